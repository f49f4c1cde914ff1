import { expect, test } from "vitest";
import { Problems } from "../../src/atlas/problems.ts";
import { checkRemedies, remedyIn, remedyLibraries } from "../../src/atlas/remedies.ts";
import { library } from "../../src/atlas/schemas/library.ts";
import { atlas } from "../../src/atlas/vite.ts";
import { conventionOf } from "../../src/losses/kernel.ts";
import { lossOf } from "../../src/losses/registry.ts";

const told = (question: string, n: number) =>
  remedyIn(atlas.libraries, atlas.questions.get(question)!.front.remedies[n]!);
const conventionsOf = (question: string, n: number) =>
  told(question, n).flatMap((one) =>
    "call" in one ? [{ ...one, set: conventionOf(lossOf(one.call.loss), one.call) }] : [],
  );

test("every remedy of every question is told in each of the six libraries, and PyTorch always has the call", () => {
  for (const { id, front } of atlas.questions.values()) {
    for (const remedy of front.remedies) {
      const answers = remedyIn(atlas.libraries, remedy, (name) => expect.fail(`${id}: ${name}`));
      expect(answers.slice(0, 6).map((one) => one.library)).toEqual(remedyLibraries);
      expect("call" in answers[0]!, `${id}: ${remedy.says}`).toBe(true);
    }
  }
});

// The words of a remedy and the switches of its calls are two statements; these hold the one to the other.
test("calls named as one ratio an image, or for the batch, are so in the engine's switches", () => {
  const over = (n: number) =>
    new Set(conventionsOf("loss-changes-with-batch-size", n).map((one) => one.set.over));
  expect([...over(0)]).toEqual(["image"]);
  expect([...over(1)]).toEqual(["batch"]);
});

test("a library beyond the six joins by name only: an id that it shares may mean another thing there", () => {
  // nnU-Net's call of the id dice returns −D.
  expect(conventionsOf("negative-dice-loss", 0).map((one) => one.set.returns)).toEqual(
    remedyLibraries.map(() => "1-score"),
  );
  expect(told("dice-collapses-on-a-rare-class", 0).map((one) => one.library)).toContain("nnu-net");
  const pooled = conventionsOf("high-dice-only-background", 0).map((one) => one.set.classReduction);
  expect(pooled).not.toContain("pooled");
  const power = conventionsOf("focal-tversky-differs-from-the-paper", 0).map((one) => one.set.exponentOn);
  expect(new Set(power)).toEqual(new Set(["class"]));
});

test("calls that leave the background out give channel zero no say", () => {
  for (const { library: name, set } of conventionsOf("background-in-or-out", 0)) {
    const { background, classes, classWeights } = set;
    const without = Array.isArray(classes) && !classes.includes(0);
    const unweighed = Array.isArray(classWeights) && classWeights[0] === 0;
    expect(background === "out" || without || unweighed, name).toBe(true);
  }
});

test("no call that leaves absent classes out counts one, and none without smoothing adds any above the line", () => {
  for (const { library: name, set } of conventionsOf("empty-mask", 0))
    expect(set.absentClass, name).toBe("skip");
  for (const { library: name, set } of conventionsOf("dice-collapses-on-a-rare-class", 0))
    expect(set.smoothingNumerator, name).toBe(0);
});

test("a library without the call and without a limit is reported by the name of the remedy", () => {
  const spelling = { loss: "dice", title: "Dice", task: "binary", call: "loss = 0", convention: {} };
  const bare = (spellings: object[], cannot: object[] = []) =>
    library.parse({
      ...{ name: "A", version: "1", released: "2026-10", status: "read", homepage: "https://a.example" },
      ...{ layout: "channels-first", spellings, cannot },
    });
  const libraries = new Map(
    remedyLibraries.map((id) => [id as string, bare([{ id: "dice-batch", ...spelling }])]),
  );
  libraries.set("kornia", bare([{ id: "dice", ...spelling }], [{ loss: "dice", what: "squares" }]));
  libraries.set("keras", bare([], [{ loss: "dice", what: "not provided" }]));
  const problems = new Problems();
  const front = { remedies: [{ says: "Counts over the batch", calls: ["dice-batch", "dice-bach"] }] };
  checkRemedies([{ file: "content/questions/a.mdx", front }], libraries, problems);
  expect(problems.all.map(({ what }) => what)).toEqual([
    "unknown call dice-bach",
    '"Counts over the batch" has no answer in kornia',
  ]);
  const keras = remedyIn(libraries, front.remedies[0]!).find((one) => one.library === "keras");
  expect(keras).toMatchObject({ limit: { what: "not provided" } });
});
