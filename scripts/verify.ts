import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Verification, VerifiedCall } from "../src/atlas/verification.ts";
import {
  differenceFrom,
  evaluateCase,
  hashOf,
  parseGolden,
  readLibraries,
  spellingOf,
  tolerance,
} from "./golden.ts";
import { python } from "./python.ts";
import { surpriseHash } from "./verification.ts";

/**
 * npm run verify:libraries: runs every call and every surprise of content/libraries against the libraries themselves,
 * on cases other than the golden ones, compares them with the engine, runs python/lossmap-compare.py on a generated data
 * set, and records all of it in records/libraries.json. Nothing is recorded when anything disagrees.
 */

const root = join(import.meta.dirname, "..");
const seed = 2;
const today = new Date().toISOString().slice(0, 10);
const libraries = readLibraries(root);
const faults: string[] = [];
const verified: Record<string, Writable> = {};
let pythonVersion = "";

interface Writable {
  version: string;
  date: string;
  calls: Record<string, VerifiedCall>;
  surprises: Verification["libraries"][string]["surprises"];
}

for (const text of (await python("fixtures.py", "--seed", String(seed))).split(/^(?=\{"library")/m)) {
  const { header, cases } = parseGolden(text);
  pythonVersion = header.python;
  const calls: Record<string, VerifiedCall> = {};
  for (const given of cases) {
    const spelling = spellingOf(libraries, header.library, given.spelling);
    const difference = differenceFrom(given, evaluateCase(spelling, given));
    const allowed = tolerance[given.precision];
    if (!(difference.value <= allowed && difference.gradient <= allowed)) {
      faults.push(
        `${header.library}/${given.spelling} on a ${given.kind} case: ${JSON.stringify(difference)}`,
      );
    }
    const before = calls[given.spelling] ?? { cases: 0, value: 0, gradient: 0 };
    calls[given.spelling] = {
      hash: hashOf(spelling.call),
      cases: before.cases + 1,
      value: rounded(Math.max(before.value, difference.value)),
      gradient: rounded(Math.max(before.gradient, difference.gradient)),
      tolerance: allowed,
    };
  }
  verified[header.library] = { version: header.version, date: today, calls, surprises: {} };
}

for (const line of (await python("surprises.py")).trim().split("\n")) {
  const { library, id, holds, numbers } = JSON.parse(line);
  const surprise = libraries.get(library)?.surprises.find((entry) => entry.id === id);
  if (!holds || !surprise) faults.push(`${library}/${id}: not reproduced: ${JSON.stringify(numbers)}`);
  else {
    const entry = verified[library]!;
    entry.surprises = { ...entry.surprises, [id]: { hash: surpriseHash(surprise), numbers } };
  }
}

const comparison = readFileSync(join(root, "python/lossmap-compare.py"), "utf8");
const result: unknown = JSON.parse(await python("check_compare.py"));

if (faults.length) {
  for (const fault of faults) console.error(fault);
  console.error(`${faults.length} disagree; records/libraries.json is left as it was`);
  process.exitCode = 1;
} else {
  const record: Verification = {
    command: "npm run verify:libraries",
    python: pythonVersion,
    seed,
    libraries: verified,
    comparison: { hash: hashOf(comparison), date: today, result },
  };
  mkdirSync(join(root, "records"), { recursive: true });
  writeFileSync(join(root, "records/libraries.json"), `${JSON.stringify(record, null, 1)}\n`);
  for (const [id, { version, calls, surprises }] of Object.entries(verified)) {
    const all = Object.values(calls);
    const largest = Math.max(...all.map(({ value, gradient }) => Math.max(value, gradient)));
    const cases = all.reduce((sum, call) => sum + call.cases, 0);
    const counts = `${all.length} calls, ${cases} cases, ${Object.keys(surprises).length} surprises`;
    console.log(`${id} ${version}: ${counts}; largest difference ${largest}`);
  }
}

/** Two digits: enough to tell rounding from a difference, and the same on the next machine more often. */
function rounded(difference: number): number {
  return Number(difference.toPrecision(2));
}
