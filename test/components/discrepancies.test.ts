import { expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { entryGroups } from "../../src/components/discrepancies.ts";
import { numberWords } from "../../src/components/evidence.ts";
import { labVerdicts } from "../../src/components/lab-rows.ts";

const groups = entryGroups(atlas);
const entries = groups.flatMap((group) => group.entries);
const ids = new Set(entries.map(({ id }) => id));

test("entryGroups(atlas) holds every written discrepancy, erratum and reproduced surprise, each under one anchor", () => {
  expect(ids.size).toBe(entries.length);
  const errata = [...atlas.papers.values()].flatMap(({ key, content }) =>
    (content?.errata ?? []).map(({ id }) => `${key}-${id}`),
  );
  const surprises = [...atlas.libraries.values()].flatMap((library) =>
    library.surprises.map(({ id }) => `${library.id}-${id}`),
  );
  const missing = [...atlas.discrepancies.keys(), ...errata, ...surprises].filter((id) => !ids.has(id));
  expect(missing).toEqual([]);
});

test("a statement of the literature is listed exactly where the lab's verdict is not that it appears", () => {
  const listed = groups.find(({ id }) => id === "not-in-the-lab")!.entries.map(({ id }) => id);
  const expected = labVerdicts()
    .filter(({ verdict }) => verdict !== "appears")
    .map(({ id }) => `lab-${id}`);
  expect(listed.toSorted()).toEqual(expected.toSorted());
});

test("every entry says how it was looked at: claims of this site, or words", () => {
  for (const { id, says, found, claims = [], how } of entries) {
    expect([id, says !== "" && found !== "" && (claims.length > 0 || how !== undefined)]).toEqual([id, true]);
    for (const claim of claims) expect(atlas.claims.has(claim), `${id}: ${claim}`).toBe(true);
  }
});

test("an entry's title writes the names of people as people write them", () => {
  const wrong = entries.filter(({ title }) => /\b(dice|tversky|lovasz)\b/.test(title.replace(/^.*?: /, "")));
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test("no two numbers of an entry go by the same words", () => {
  for (const { id, numbers = [] } of entries) {
    const words = numbers.map((path) => numberWords(atlas, atlas.number(path)));
    expect([id, new Set(words).size]).toEqual([id, numbers.length]);
  }
  expect(numberWords(atlas, atlas.number("trace-error.tversky"))).toMatch(/curve 1, Tversky$/);
  expect(numberWords(atlas, atlas.number("dice-baseline.f1.curve-2"))).toMatch(/, F1, curve 2$/);
});
