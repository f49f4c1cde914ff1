import { expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { mentionsOf } from "../../src/components/sources.ts";

test("the places where a claim stands are told apart by their names", () => {
  const alike = [...atlas.claims.values()].flatMap(({ id, citedBy }) => {
    const labels = mentionsOf(id, citedBy)
      .map(({ label }) => label)
      .filter((label) => label !== "the map");
    return new Set(labels).size === labels.length ? [] : [`${id}: ${labels.join("; ")}`];
  });
  expect(alike).toEqual([]);
});
