/**
 * `npm run check`: everything that can be known without a browser, every problem at once, each on one line as
 * `file:line: what; remedy`. Exits 1 when there is any. `npm run check -- spelling style` runs only those parts.
 */
import { content } from "./check/content.ts";
import { spelling } from "./check/spelling.ts";
import { style } from "./check/style.ts";
import { supply } from "./check/supply.ts";
import { types } from "./check/types.ts";
import { unused } from "./check/unused.ts";

const parts: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  content,
  types,
  style,
  spelling,
  unused,
  supply,
};

const asked = process.argv.slice(2);
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
for (const line of problems.toSorted()) console.log(line);
const times = results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(", ");
console.log(`${problems.length} problem${problems.length === 1 ? "" : "s"} (${times})`);
process.exitCode = problems.length > 0 ? 1 : 0;
