/**
 * `npm run bench [-- --SECTION [flags]]`: measurements that are too slow or too dependent on the machine for a test.
 * A section is a module scripts/bench/SECTION.ts that exports `run(flags)`; `--record` keeps what it measured in
 * records/bench-SECTION.json, with the command, the date and the machine.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

interface Section {
  run(flags: readonly string[]): Promise<void>;
}

const sections = {
  losses: "value and gradient of every loss, beside public libraries",
  claims: "every check by the page's own buttons, and Run all",
  lab: "seconds for the lab's training",
  pages: "Lighthouse, main-thread time, largest paint, beside the floor of text alone",
  scale: "build time and memory at 10, 100 and 1,000 pages more",
  reload: "an author's edits under npm run dev, sound and broken",
  load: "the built site through a local server, 200 connections",
};

const [asked = "losses", ...flags] = process.argv.slice(2);
const name = asked.replace(/^--/, "");
const file = join(import.meta.dirname, "bench", `${name}.ts`);
if (!Object.hasOwn(sections, name) || !existsSync(file)) {
  console.error("npm run bench -- --SECTION [--record], where SECTION is one of:");
  for (const [each, says] of Object.entries(sections)) console.error(`  ${each.padEnd(8)} ${says}`);
  process.exit(2);
}
const { run } = (await import(file)) as Section;
await run(flags);
