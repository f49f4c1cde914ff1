/** `npm run test:firefox`: the site's tests that ask for an engine, in Firefox alone. */
import { spawnSync } from "node:child_process";
import { firefoxPath } from "../test/site/browser.ts";

if (!firefoxPath) {
  console.error("there is no Firefox on this machine; install firefox-esr, or name one in LOSSMAP_FIREFOX");
  process.exitCode = 1;
} else {
  const ran = spawnSync("vitest", ["run", "--project", "site", "-t", "firefox"], { stdio: "inherit" });
  process.exitCode = ran.status ?? 1;
}
