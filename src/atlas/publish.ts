import { z } from "zod";
import type { Atlas, Claim } from "./atlas.ts";
import { edgeTypes } from "./schemas/map.ts";
import { claimSource, controls, kinds, overlaps } from "./schemas.ts";

/** The content as other programs read it: /graph.json, /claims.json, /measurements.json, and their schemas. */

const address = z.string().describe("page and anchor, from the root of the site");
const kind = z.enum(kinds);
const head = {
  $schema: z.string(),
  version: z.string().describe("version of the site"),
  licence: z.literal("CC-BY-4.0"),
};

export const graph = z
  .strictObject({
    ...head,
    nodes: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(["loss", "neighbour", "metric", "paper"]),
        title: z.string(),
        paper: z.string().optional().describe("BibTeX key"),
        year: z.int().optional(),
        overlap: z.enum(overlaps).optional().describe("what a loss scores: one of the two axes"),
        control: z.enum(controls).optional().describe("whether a miss can be made dearer: the other axis"),
        href: address,
      }),
    ),
    edges: z.array(
      z.strictObject({
        id: z.string(),
        from: z.string(),
        to: z.string(),
        type: z.enum(edgeTypes),
        sentence: z.string(),
        source: z.strictObject({ key: z.string(), where: z.string(), equation: z.string().optional() }),
        claim: z.string().optional().describe("id of the claim whose check runs the edge"),
        proof: z.array(z.string()).length(3).optional().describe("three lines of words and $TeX$"),
        href: address,
      }),
    ),
  })
  .meta({ title: "The literature map", description: "Losses, papers and the statements that tie them." });

export const outcome = z.strictObject({
  holds: z.boolean(),
  trials: z.int(),
  worst: z.number().describe("largest departure from the claim"),
  tolerance: z.number(),
  computed: z.string(),
});

export const claims = z
  .strictObject({
    ...head,
    seed: z.int().describe("seed of the random inputs of this build"),
    claims: z.array(
      z.strictObject({
        id: z.string(),
        statement: z.string(),
        kind,
        form: z.string().optional(),
        about: z.array(z.string()),
        sources: z.array(claimSource),
        counter: z.array(z.strictObject({ statement: z.string(), sources: z.array(claimSource) })).optional(),
        review: z.boolean().optional().describe("attributed to the source review"),
        unchecked: z.string().optional().describe("why it is not run"),
        note: z.string().optional().describe("what a reader should know besides"),
        verdict: outcome.optional().describe("what its check found in this build"),
        citedBy: z.array(address),
        href: address,
      }),
    ),
  })
  .meta({ title: "Claims", description: "Statements that carry an argument, and what their checks found." });

export const measurements = z
  .strictObject({
    ...head,
    numbers: z.array(
      z.strictObject({
        path: z.string(),
        text: z.string().describe("as it is printed"),
        value: z.number().optional().describe("none where the source gives words"),
        kind,
        unit: z.string(),
        title: z.string(),
        origin: z.string(),
        href: address,
      }),
    ),
  })
  .meta({ title: "Numbers", description: "Every number that the site prints, with unit, origin and kind." });

export const published = { graph, claims, measurements };

/** JSON Schemas by file name, for public/schema. */
export const publishedSchemas = (): Record<string, unknown> =>
  Object.fromEntries(Object.entries(published).map(([name, schema]) => [name, z.toJSONSchema(schema)]));

const top = (name: string, version: string) => ({
  $schema: `/schema/${name}.json`,
  version,
  licence: "CC-BY-4.0" as const,
});

export function graphOf(atlas: Atlas, version: string): z.output<typeof graph> {
  const inside = atlas.nodes.map((node): z.output<typeof graph>["nodes"][number] => {
    const family = atlas.families.get(node.id);
    const paper = node.kind === "loss" ? family?.front.paper : node.paper;
    const year = paper === undefined ? undefined : atlas.papers.get(paper)?.year;
    return {
      id: node.id,
      kind: node.kind,
      title: node.kind === "loss" ? (family?.front.title ?? node.id) : node.title,
      ...(paper === undefined ? {} : { paper }),
      ...(year === undefined ? {} : { year }),
      ...(family && { overlap: family.front.overlap, control: family.front.control }),
      href: `/map/#node-${node.id}`,
    };
  });
  const known = new Set(inside.map(({ id }) => id));
  const evaluating = [...new Set(atlas.edges.map(({ from }) => from).filter((id) => !known.has(id)))];
  const papers = evaluating.map((key) => {
    const paper = atlas.papers.get(key);
    return {
      id: key,
      kind: "paper" as const,
      title: paper?.label ?? key,
      paper: key,
      ...(paper?.year === undefined ? {} : { year: paper.year }),
      href: `/map/#node-${key}`,
    };
  });
  return {
    ...top("graph", version),
    nodes: [...inside, ...papers],
    edges: atlas.edges.map(({ file: _file, line: _line, ...edge }) => ({
      ...edge,
      href: `/map/#${edge.id}`,
    })),
  };
}

export function claimsOf(
  atlas: Atlas,
  version: string,
  seed: number,
  verdicts: ReadonlyMap<string, z.output<typeof outcome>>,
): z.output<typeof claims> {
  const record = ({ file: _file, line: _line, checked: _checked, citedBy, ...claim }: Claim) => {
    const verdict = verdicts.get(claim.id);
    return {
      ...claim,
      ...(verdict ? { verdict } : {}),
      citedBy: [...new Set(citedBy.map(({ href }) => href))],
      href: `/claims/#${claim.id}`,
    };
  };
  return { ...top("claims", version), seed, claims: [...atlas.claims.values()].map(record) };
}

export function measurementsOf(atlas: Atlas, version: string): z.output<typeof measurements> {
  const numbers = [...atlas.numbers.values()].map(({ digits: _digits, value, ...number }) => ({
    ...number,
    ...(value === undefined ? {} : { value }),
  }));
  return { ...top("measurements", version), numbers };
}
