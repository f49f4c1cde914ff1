import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLibraries, spellingOf } from "../../scripts/golden.ts";
import { causesOf, sidesOf } from "../../src/experiments/translation.ts";
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
describe("sidesOf and causesOf(paper, library, frame)", () => {
  const spelled = [...libraries].flatMap(([id, { spellings }]) =>
    spellings.filter((each) => each.paper).map((each) => [`${id}/${each.id}`, each] as const),
  );
  test.each(spelled)("find %s equal to its paper to six digits, with no cause", (_, each) => {
    const both = [paper(each.paper!), each, frame(each.task === "binary" ? 1 : 3)] as const;
    const found = sidesOf(...both);
    expect(found.fault).toBeUndefined();
    expect(found.digits).toBeGreaterThanOrEqual(6);
    expect(causesOf(...both)).toEqual([]);
  });

  test("name the letters when a Tversky weighs the other error", () => {
    const swapped = { ...paper("salehi2017tversky"), parameters: { falsePositive: 0.7, falseNegative: 0.3 } };
    const both = [paper("salehi2017tversky"), swapped, frame(3)] as const;
    expect(sidesOf(...both).digits).toBeLessThan(3);
    expect(causesOf(...both).sort()).toEqual(["falseNegative", "falsePositive"]);
  });

  test("tell the switches that matter from those that only differ", () => {
    const both = [paper("milletari2016vnet"), spellingOf(libraries, "monai", "dice"), frame(3)] as const;
    const differ = sidesOf(...both).differences.map(({ id }) => id);
    expect(differ.sort()).toEqual([
      "background",
      "denominator",
      "smoothingDenominator",
      "smoothingNumerator",
    ]);
    expect(causesOf(...both).sort()).toEqual(["background", "denominator"]);
  });

  test("let go of a switch that was tried on the way and is not needed", () => {
    const pooled = spellingOf(libraries, "kornia", "dice");
    const found = causesOf(paper("milletari2016vnet"), pooled, frame(3));
    expect(found.sort()).toEqual(["background", "classReduction", "denominator"]);
  });

  test("say that Optax's weighted Dice divides in another place than Sudre", () => {
    const weighted = spellingOf(libraries, "optax", "weighted-dice");
    expect(causesOf(paper("sudre2017gdl"), weighted, frame(3))).toContain("volumeForm");
  });

  test("have no value and say why where the paper's formula has none", () => {
    const own = spellingOf(libraries, "monai", "generalised-dice");
    const both = [paper("sudre2017gdl"), own, frame(3, true)] as const;
    const found = sidesOf(...both);
    expect(found.paper).toBeUndefined();
    expect(found.fault).toMatch(/^class 2: absent/);
    expect(found.library).toBeTypeOf("number");
    expect(causesOf(...both)).toEqual(["volumeRepair"]);
  });
});
