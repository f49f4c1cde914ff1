import { loadAtlas } from "../src/atlas/load.ts";
import { contentFiles, registries } from "../src/atlas/node.ts";
import { ContentError, describe } from "../src/atlas/problems.ts";
import { buildSeed, numbersOf, verdictsOf } from "../src/atlas/verdicts.ts";
import { verdictOf } from "../src/checks/verdicts.ts";

const load = async () => loadAtlas(contentFiles(), await registries());

/** One line for each claim that does not hold, as `npm run check` prints problems. */
export async function falseClaims(): Promise<string[]> {
  try {
    verdictsOf(await load());
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(describe);
    throw error;
  }
}

/** `npm run check -- --claims [seed]`: every verdict with what was computed; false when one does not hold. */
export async function printClaims(seed = buildSeed): Promise<boolean> {
  const atlas = await load();
  const numberOf = numbersOf(atlas);
  const checked = [...atlas.claims.values()].filter((claim) => claim.checked);
  let failed = 0;
  const started = performance.now();
  for (const { id, file, line } of checked) {
    const { holds, claim } = verdictOf(id, seed, numberOf);
    if (!holds) failed += 1;
    const place = holds ? "" : `${file}:${line}: `;
    console.log(`${place}${holds ? "holds" : "FALSE"}  ${id}: ${claim.computed}`);
    console.log(
      `       ${claim.trials} comparisons, worst ${claim.worst.toPrecision(2)}, allowed ${claim.tolerance}`,
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const others = atlas.claims.size - checked.length;
  console.log(
    `${checked.length - failed} of ${checked.length} checked claims hold at seed ${seed} (${seconds} s); ${others} say why they are not checked`,
  );
  return failed === 0;
}
