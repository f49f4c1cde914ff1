import { loadAtlas } from "../src/atlas/load.ts";
import { contentFiles, registries } from "../src/atlas/node.ts";
import { ContentError, describe } from "../src/atlas/problems.ts";
import { buildSeed, numbersOf, verdictsOf } from "../src/atlas/verdicts.ts";
import { checks } from "../src/checks/registry.ts";
import { type runAll, verdictOf } from "../src/checks/verdicts.ts";
import { placed } from "./check/placed.ts";
import { root } from "./check/tool.ts";

const load = async () => loadAtlas(contentFiles(), await registries());

/** What a check is told that asks for a number while the content cannot be read. */
const unread = new RangeError("the content could not be read");
const unreadContent = {
  claims: new Map<string, never>(),
  number: () => {
    throw unread;
  },
};

/** One line for each claim that does not hold; where the content has problems, the checks that ask it for no number. */
export async function falseClaims(): Promise<string[]> {
  const broken: string[] = [];
  const each: typeof runAll = (numberOf, seed) =>
    Object.keys(checks).flatMap((id) => {
      try {
        return [verdictOf(id, seed, numberOf)];
      } catch (error) {
        if (error !== unread) broken.push(placed(error, root));
        return [];
      }
    });
  const atlas = await load().catch((error: unknown) => {
    if (error instanceof ContentError) return unreadContent;
    throw error;
  });
  try {
    verdictsOf(atlas, buildSeed, each);
    return broken;
  } catch (error) {
    if (error instanceof ContentError) return [...broken, ...error.problems.map(describe)];
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
