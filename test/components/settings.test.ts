import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { notationOf, writtenBy } from "../../src/components/notation.ts";
import { settingsIn, settingsOf } from "../../src/components/settings.ts";
import { losses } from "../../src/losses/registry.ts";

describe("settingsOf(call)", () => {
  it("names what is given to the loss, in order and once, and nothing that prepares its input", () => {
    const call = `onehot = jax.nn.one_hot(target, 3, dtype=logits.dtype)  # smooth=9
loss = DiceLoss(softmax=True, weight=[f(x=1)], name="a=(b=1")(onehot.max(axis=1), target == 1)
loss = DiceLoss(softmax=False)`;
    expect(settingsOf(call)).toEqual(["softmax", "weight", "name"]);
  });

  it("is empty where all is given by position", () => {
    expect(settingsOf("loss = lovasz_softmax(probabilities, target)")).toEqual([]);
  });
});

describe("a loss without a letter to set", () => {
  const bare = Object.keys(losses).filter((id) => notationOf(atlas, id).symbols.length === 0);

  it("has every library either under its settings or under those without a call", () => {
    expect(bare.length).toBeGreaterThan(2);
    for (const loss of bare) {
      const { having, lacking } = settingsIn(atlas, loss);
      expect(having.length + lacking.length).toBe(atlas.libraries.size);
      for (const { id, names } of having) {
        const calls = atlas.libraries.get(id)!.spellings.filter((one) => one.loss === loss);
        for (const name of names)
          expect(calls.some(({ call }) => new RegExp(`\\b${name}\\s*=`).test(call))).toBe(true);
      }
    }
  });

  it("MONAI's Dice is set by names that its own calls write, Lovász's authors by one", () => {
    const of = (loss: string, library: string) =>
      settingsIn(atlas, loss).having.find(({ id }) => id === library)?.names;
    expect(of("dice", "monai")).toEqual(expect.arrayContaining(["include_background", "squared_pred"]));
    expect(of("lovasz-softmax", "lovasz-softmax-authors")).toEqual(["ignore"]);
    expect(of("lovasz-softmax", "monai")).toBeUndefined();
  });
});

it("writtenBy() gives the paper's own letters, and nothing for what its equations do not have", () => {
  expect(writtenBy(atlas, "dice", "tp")).toBe(String.raw`\sum_i^N p_i g_i`);
  expect(writtenBy(atlas, "focal-tversky", "falseNegative")).toBe(String.raw`\alpha`);
  expect(writtenBy(atlas, "tversky", "falseNegative")).toBe(String.raw`\beta`);
  expect(writtenBy(atlas, "dice", "fp")).toBeUndefined();
});
