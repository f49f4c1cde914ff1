/**
 * `npm run check`: everything that can be known without a browser, every problem at once, each on one line as
 * `file:line: what; remedy`. Exits 1 when there is any. `npm run check -- spelling style` runs only those parts,
 * `npm run check -- --claims [seed]` prints the verdict of every claim.
 */
import { placed } from "./check/placed.ts";
import { root } from "./check/tool.ts";
import { unwritten } from "./check/unwritten.ts";

/** Loaded one by one: a file of the science that cannot even be read is one problem, and hides no other. */
const parts: Readonly<Record<string, () => Promise<string[]>>> = {
  content: async () => (await import("./check/content.ts")).content(),
  claims: async () => (await import("./claims.ts")).falseClaims(),
  types: async () => (await import("./check/types.ts")).types(),
  style: async () => (await import("./check/style.ts")).style(),
  spelling: async () => (await import("./check/spelling.ts")).spelling(),
  unused: async () => (await import("./check/unused.ts")).unused(),
  supply: async () => (await import("./check/supply.ts")).supply(),
};

const asked = process.argv.slice(2);
if (asked[0] === "--claims") {
  const { printClaims } = await import("./claims.ts");
  process.exit((await printClaims(asked[1] ? Number(asked[1]) : undefined)) ? 0 : 1);
}
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`check knows no part ${unknown.join(", ")}; it has ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

const started = performance.now();
const results = await Promise.all(
  Object.entries(parts)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(async ([name, part]) => {
      const problems = await part().catch((error: unknown) => [placed(error, root)]);
      return { name, problems, seconds: (performance.now() - started) / 1000 };
    }),
);
// Two parts may trip over the same file.
const found = results.flatMap((result) => result.problems.map((line) => line.replaceAll(`${root}/`, "")));
const problems = [...new Set(found)].toSorted();
for (const line of problems) console.log(line);
const waiting = unwritten(root);
if (waiting.length > 0) console.log(`${waiting.length} sentences wait to be written, first ${waiting[0]}`);
const times = results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(", ");
console.log(`${problems.length} problem${problems.length === 1 ? "" : "s"} (${times})`);
process.exitCode = problems.length > 0 ? 1 : 0;
