import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { letterOf, notationOf } from "../../src/components/notation.ts";
import { lossOf } from "../../src/losses/registry.ts";

const names = (loss: string) => notationOf(atlas, loss).symbols.map(({ id }) => id);
const row = (loss: string, library: string) =>
  notationOf(atlas, loss).libraries.find(({ id }) => id === library)!;

describe("the notation of a loss", () => {
  it("has an entry for each symbol that is a parameter, and none where there is none", () => {
    expect(names("dice")).toEqual([]);
    expect(names("tversky")).toEqual(["falsePositive", "falseNegative"]);
    expect(names("focal")).toEqual(["gamma", "balance"]);
    expect(notationOf(atlas, "dice").libraries).toEqual([]);
  });

  it("shows two libraries that give alpha to opposite errors, and says which is swapped against the paper", () => {
    expect(row("tversky", "monai")).toMatchObject({ letters: [["alpha"], ["beta"]], swapped: false });
    expect(row("tversky", "keras")).toMatchObject({ letters: [["beta"], ["alpha"]], swapped: true });
  });

  it("names every letter that a library's spellings of the loss give to a symbol, and no other", () => {
    for (const loss of ["tversky", "focal", "focal-tversky"]) {
      const parameters = lossOf(loss).symbols.flatMap(({ parameter }) => parameter ?? []);
      for (const library of atlas.libraries.values()) {
        const expected = new Set(
          library.spellings
            .filter((one) => one.loss === loss)
            .flatMap(({ letters }) => Object.entries(letters))
            .filter(([, weighs]) => parameters.includes(weighs))
            .map(([letter]) => letter),
        );
        const shown = notationOf(atlas, loss).libraries.find(({ id }) => id === library.id)?.letters ?? [];
        expect(new Set(shown.flat()), `${loss} in ${library.id}`).toEqual(expected);
      }
    }
  });

  it("prints the paper's letter from the record's TeX, and refuses what is no letter", () => {
    expect(letterOf(String.raw`\alpha_{y_i}`)).toBe("α");
    expect(() => letterOf("TP")).toThrow(/no letter/);
  });
});
