import type { NumberOf } from "../checks/check.ts";
import { runAll, type Verdict } from "../checks/verdicts.ts";
import type { Atlas } from "./atlas.ts";
import { Problems } from "./problems.ts";

/** The seed of the build: any would do, and the same one gives the same page. */
export const buildSeed = 1;

/** The atlas's numbers as a check asks for them: measured, derived and reported ones, and those of records. */
export const numbersOf =
  (atlas: Pick<Atlas, "number">): NumberOf =>
  (path) => {
    const { value } = atlas.number(path);
    if (value === undefined) throw new RangeError(`number ${path}: the source gives words, no number`);
    return value;
  };

/** Every claim's check, run. A claim that does not hold stops the build at its file and line, with what was computed. */
export function verdictsOf(
  atlas: Pick<Atlas, "claims" | "number">,
  seed: number = buildSeed,
  run: typeof runAll = runAll,
): ReadonlyMap<string, Verdict> {
  const verdicts = run(numbersOf(atlas), seed);
  const problems = new Problems();
  for (const { id, holds, claim, falsehood } of verdicts) {
    if (holds) continue;
    const place = atlas.claims.get(id) ?? { file: `src/checks/${id}.ts`, line: 1 };
    if (!claim.holds) {
      const what = `claim ${id} is false: ${claim.computed}, off by ${claim.worst} where ${claim.tolerance} is allowed`;
      problems.add(place, what, "correct the statement, or the check, and say in the text what changed");
    }
    if (falsehood.holds) {
      const what = `the check of ${id} passes on its falsehood as well: ${falsehood.computed}`;
      problems.add(
        { file: `src/checks/${id}.ts`, line: 1 },
        what,
        "choose a wrong ingredient that it can tell",
      );
    }
  }
  problems.throwIfAny();
  return new Map(verdicts.map((verdict) => [verdict.id, verdict]));
}
