import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLibraries, spellingOf } from "../../scripts/golden.ts";
import { translate } from "../../src/experiments/translation.ts";
import type { Frame } from "../../src/losses/loss.ts";
import { paperPresets } from "../../src/losses/presets.ts";
import { random } from "../../src/numerics/random.ts";

const libraries = readLibraries(join(import.meta.dirname, "../.."));
const paper = (key: string) => paperPresets.find(({ id }) => id === key)!;
const frame = (classes: number, absent = false): Frame => {
  const { uniform, below } = random(11);
  const pixels = 60;
  return {
    ...{ batch: 2, classes, pixels },
    logits: Float64Array.from({ length: 2 * classes * pixels }, () => 6 * uniform() - 3),
    labels: Array.from({ length: 2 * pixels }, () => below(absent ? classes - 1 : Math.max(2, classes))),
  };
};
const causes = ({ differences }: ReturnType<typeof translate>) =>
  differences.filter(({ cause }) => cause).map(({ id }) => id);

describe("translate(paper, library, frame)", () => {
  const spelled = [...libraries].flatMap(([id, { spellings }]) =>
    spellings.filter((each) => each.paper).map((each) => [`${id}/${each.id}`, each] as const),
  );
  test.each(spelled)("finds %s equal to its paper to six digits, with no cause", (_, each) => {
    const found = translate(paper(each.paper!), each, frame(each.task === "binary" ? 1 : 3));
    expect(found.fault).toBeUndefined();
    expect(found.digits).toBeGreaterThanOrEqual(6);
    expect(causes(found)).toEqual([]);
  });

  test("names the letters when a Tversky weighs the other error", () => {
    const swapped = { ...paper("salehi2017tversky"), parameters: { falsePositive: 0.7, falseNegative: 0.3 } };
    const found = translate(paper("salehi2017tversky"), swapped, frame(3));
    expect(found.digits).toBeLessThan(3);
    expect(causes(found).sort()).toEqual(["falseNegative", "falsePositive"]);
  });

  test("tells the switches that matter from those that only differ", () => {
    const dice = spellingOf(libraries, "monai", "dice");
    const found = translate(paper("milletari2016vnet"), dice, frame(3));
    expect(causes(found).sort()).toEqual(["background", "denominator"]);
    const idle = found.differences.filter(({ cause }) => !cause).map(({ id }) => id);
    expect(idle.sort()).toEqual(["smoothingDenominator", "smoothingNumerator"]);
  });

  test("says that Optax's weighted Dice divides in another place than Sudre", () => {
    const weighted = spellingOf(libraries, "optax", "weighted-dice");
    expect(causes(translate(paper("sudre2017gdl"), weighted, frame(3)))).toContain("volumeForm");
  });

  test("has no value and says why where the paper's formula has none", () => {
    const found = translate(
      paper("sudre2017gdl"),
      spellingOf(libraries, "monai", "generalised-dice"),
      frame(3, true),
    );
    expect(found.paper).toBeUndefined();
    expect(found.fault).toMatch(/class 2|channel 2/);
    expect(found.library).toBeTypeOf("number");
    expect(causes(found)).toEqual([]);
  });
});
