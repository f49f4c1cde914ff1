/**
 * `npm run check`: everything that can be known without a browser, every problem at once, each on one line as
 * `file:line: what; remedy`. Exits 1 when there is any. `npm run check -- spelling style` runs only those parts,
 * `npm run check -- --claims [seed]` prints the verdict of every claim.
 */
import { contentFiles } from "../src/atlas/node.ts";
import { content } from "./check/content.ts";
import { spelling } from "./check/spelling.ts";
import { style } from "./check/style.ts";
import { supply } from "./check/supply.ts";
import { root } from "./check/tool.ts";
import { types } from "./check/types.ts";
import { unused } from "./check/unused.ts";
import { falseClaims, printClaims } from "./claims.ts";
import { todo } from "./new/draft.ts";

/** What `npm run new` left for a person: no problem, but never silent. */
function unwritten(): string[] {
  return [...contentFiles()].flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => (line.includes(todo) ? [`${path}:${index + 1}`] : [])),
  );
}

const parts: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  content,
  claims: falseClaims,
  types,
  style,
  spelling,
  unused,
  supply,
};

const asked = process.argv.slice(2);
if (asked[0] === "--claims")
  process.exit((await printClaims(asked[1] ? Number(asked[1]) : undefined)) ? 0 : 1);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`check knows no part ${unknown.join(", ")}; it has ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

const started = performance.now();
const results = await Promise.all(
  Object.entries(parts)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(async ([name, part]) => {
      const problems = await part();
      return { name, problems, seconds: (performance.now() - started) / 1000 };
    }),
);
const problems = results.flatMap((result) => result.problems);
for (const line of problems.toSorted()) console.log(line.replaceAll(`${root}/`, ""));
const waiting = unwritten();
if (waiting.length > 0) console.log(`${waiting.length} sentences wait to be written, first ${waiting[0]}`);
const times = results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(", ");
console.log(`${problems.length} problem${problems.length === 1 ? "" : "s"} (${times})`);
process.exitCode = problems.length > 0 ? 1 : 0;
