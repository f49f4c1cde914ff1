/**
 * `npm run looks`: holds the key pages and figures of the built site against test/site/reference/, in the pinned
 * Chromium, as the test does. `npm run looks -- --accept [name…]` takes what is seen for the new reference.
 */
import { globSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { launch, serve } from "../test/site/browser.ts";
import { accept, complaintOf, referenceOf } from "../test/site/likeness.ts";
import { looks, shoot } from "../test/site/looks.ts";
import { inTurns } from "../test/site/visit.ts";

const names = process.argv.slice(2).filter((word) => word !== "--accept");
const accepting = process.argv.includes("--accept");
const known = looks.map(({ name }) => name);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`there is no look ${unknown.join(", ")}; there are ${known.join(", ")}`);
  process.exit(2);
}

const site = await serve();
const browser = await launch("chromium", { pinned: true });
const lines = await inTurns(
  looks.filter(({ name }) => names.length === 0 || names.includes(name)),
  async (look) => {
    const actual = await shoot(browser, site.url, look);
    if (!accepting) return await complaintOf(look.name, actual);
    return (await accept(look.name, actual)) ? `${look.name}: accepted` : undefined;
  },
);
await Promise.all([browser.close(), site.close()]);
if (accepting && names.length === 0)
  for (const file of globSync(referenceOf("*"))) if (!known.includes(basename(file, ".png"))) rmSync(file);

const said = lines.filter((line) => line !== undefined);
for (const line of said) console.log(line);
if (said.length === 0) console.log("every look is as its reference");
process.exitCode = said.length > 0 && !accepting ? 1 : 0;
