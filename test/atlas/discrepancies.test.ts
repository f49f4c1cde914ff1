import { expect, test } from "vitest";
import { load, messages } from "./sample.ts";

const discrepancy = `title: One and two
group: papers
says: One is two.
source: { key: doe2020loss, where: eq. 1 }
found: It is one.
claims: [one-is-one]
`;
const file = "content/discrepancies/one-and-two.yaml";

test("a discrepancy is in the atlas under its file's name, and its paper links back to it", () => {
  const atlas = load({ [file]: discrepancy });
  expect(atlas.discrepancies.get("one-and-two")?.found).toBe("It is one.");
  const links = atlas.papers.get("doe2020loss")?.citedBy.map(({ href }) => href);
  expect(links).toContain("/discrepancies/#one-and-two");
});

test("discrepancies stand in the order of their groups, whatever their names", () => {
  const review = discrepancy.replace("papers", "review");
  const atlas = load({ [file]: discrepancy, "content/discrepancies/zero.yaml": review });
  expect([...atlas.discrepancies.keys()]).toEqual(["zero", "one-and-two"]);
});

test("a discrepancy that nobody checked stops the build", () => {
  const unchecked = discrepancy.replace("claims: [one-is-one]\n", "");
  expect(messages({ [file]: unchecked })[0]).toContain("say how it was checked");
});

test.each([
  ["claims: [one-is-one]", "claims: [one-is-won]", "unknown claim one-is-won"],
  ["key: doe2020loss", "key: doe2020los", "unknown source doe2020los; not in references.bib (did you mean"],
  ["claims:", "numbers: [scores.iou]\nclaims:", "unknown number scores.iou"],
  ["found:", "fuond:", "unknown field fuond (did you mean found?)"],
])("a discrepancy with %s turned into %s stops the build", (sound, spoilt, message) => {
  const found = messages({ [file]: discrepancy.replace(sound, spoilt) }).join("\n");
  expect(found).toContain(`${file}:`);
  expect(found).toContain(message);
});
