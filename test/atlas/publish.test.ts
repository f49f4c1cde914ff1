import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  claims,
  claimsOf,
  graph,
  graphOf,
  measurements,
  measurementsOf,
  publishedSchemas,
} from "../../src/atlas/publish.ts";
import { verdictsOf } from "../../src/atlas/verdicts.ts";
import { atlas } from "../../src/atlas/vite.ts";

const root = join(import.meta.dirname, "../..");
const written = (value: unknown) => JSON.parse(JSON.stringify(value));

test.each(Object.entries(publishedSchemas()))(
  "public/schema/%s.json is what npm run schema writes",
  (name, schema) => {
    const kept = JSON.parse(readFileSync(join(root, `public/schema/${name}.json`), "utf8"));
    expect(kept).toEqual(written(schema));
  },
);

test("graphOf(atlas) agrees with its schema, and its edges join nodes that it has", () => {
  const made = graph.parse(written(graphOf(atlas, "1.0.0")));
  const ids = new Set(made.nodes.map(({ id }) => id));
  expect(made.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
  expect(made.nodes.filter(({ kind }) => kind === "loss").length).toBe(atlas.families.size);
});

test("claimsOf(atlas) holds every claim, each with a verdict or the reason for none", () => {
  const verdicts = verdictsOf(atlas);
  const outcomes = new Map([...verdicts].map(([id, { claim }]) => [id, claim]));
  const made = claims.parse(written(claimsOf(atlas, "1.0.0", 1, outcomes)));
  expect(made.claims.length).toBe(atlas.claims.size);
  for (const { id, verdict, unchecked } of made.claims)
    expect([id, verdict === undefined]).toEqual([id, unchecked !== undefined]);
});

test("measurementsOf(atlas) holds every number by its path", () => {
  const made = measurements.parse(written(measurementsOf(atlas, "1.0.0")));
  expect(new Set(made.numbers.map(({ path }) => path))).toEqual(new Set(atlas.numbers.keys()));
});

test("an extra field in the data breaks its schema", () => {
  const made = { ...written(graphOf(atlas, "1.0.0")), more: 1 };
  expect(graph.safeParse(made).success).toBe(false);
});
