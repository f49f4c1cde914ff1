import { existsSync } from "node:fs";
import { join } from "node:path";
import { dist, engines, launch } from "./browser.ts";

/** Before the first test: there is a built site, and the reader of the report learns which engines ran. */
export async function setup() {
  if (!existsSync(join(dist, "index.html"))) {
    throw new Error("dist/index.html: not built; run npm test, or npm run build first");
  }
  const versions: string[] = [];
  for (const engine of engines) {
    const browser = await launch(engine);
    versions.push(await browser.version());
    await browser.close();
  }
  const alone = engines.length === 1 ? "; no Firefox on this machine, so Chromium alone" : "";
  console.log(`\nbrowsers: ${versions.join(", ")}${alone}\n`);
}
