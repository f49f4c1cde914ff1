import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, largestDifference, parseGolden } from "./golden.ts";
import { python } from "./python.ts";

/**
 * npm run fixtures [-- --write]: makes the golden values of every library again and reports drift from what is
 * recorded in test/fixtures/golden; with --write it records them instead. Exit status 1 says that something drifted.
 */

const folder = join(import.meta.dirname, "../test/fixtures/golden");
const lines = (await python("fixtures.py")).trim().split("\n");
const made = new Map<string, string>();
let library = "";
for (const line of lines) {
  if (line.startsWith('{"library"')) library = (JSON.parse(line) as { library: string }).library;
  made.set(library, `${made.get(library) ?? ""}${line}\n`);
}

if (process.argv.includes("--write")) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [id, text] of made) writeFileSync(join(folder, `${id}.jsonl`), text);
  console.log(`${lines.length - made.size} cases of ${made.size} libraries recorded in test/fixtures/golden`);
} else {
  const drifts = [...made].flatMap(([id, text]) => driftOf(id, text));
  for (const file of readdirSync(folder)) {
    if (!made.has(file.replace(".jsonl", "")))
      drifts.push(`${file}: recorded, yet no library of that name was run`);
  }
  for (const drift of drifts) console.log(drift);
  console.log(`${lines.length - made.size} cases made again; ${drifts.length || "none"} drifted`);
  process.exitCode = drifts.length ? 1 : 0;
}

function driftOf(id: string, text: string): string[] {
  const now = parseGolden(text);
  let then: typeof now;
  try {
    then = parseGolden(readFileSync(join(folder, `${id}.jsonl`), "utf8"));
  } catch {
    return [`${id}: not recorded; run npm run fixtures -- --write`];
  }
  const nameOf = ({ spelling, kind }: Case) => `${id}/${spelling}/${kind}`;
  const recorded = new Map(then.cases.map((given) => [nameOf(given), given]));
  const drifts = now.cases.flatMap((given) => {
    const old = recorded.get(nameOf(given));
    recorded.delete(nameOf(given));
    if (!old) return [`${nameOf(given)}: not recorded`];
    const difference = largestDifference([given.value, ...given.gradient], [old.value, ...old.gradient]);
    const inputs = JSON.stringify([given.shape, given.logits, given.probabilities, given.target, given.call]);
    const before = JSON.stringify([old.shape, old.logits, old.probabilities, old.target, old.call]);
    if (inputs !== before) return [`${nameOf(given)}: its call or its input is not the recorded one`];
    return difference === 0 ? [] : [`${nameOf(given)}: differs by ${difference}`];
  });
  if (now.header.version !== then.header.version) {
    drifts.unshift(`${id}: ${then.header.version} is recorded, ${now.header.version} was run`);
  }
  return [...drifts, ...[...recorded.keys()].map((name) => `${name}: recorded, but not made any more`)];
}
