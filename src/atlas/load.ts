import type { z } from "zod";
import { type Atlas, type Edge, frozen, type Prose, type Registries } from "./atlas.ts";
import { readBibliography } from "./bibliography.ts";
import { scanBibtex } from "./bibtex.ts";
import { crossCheck } from "./cross-check.ts";
import { type DiscrepancyFile, discrepancy } from "./discrepancies.ts";
import { link } from "./links.ts";
import { scanMdx } from "./mdx.ts";
import { type NumberRecord, paperNumbers, readMeasurements } from "./numbers.ts";
import { Problems } from "./problems.ts";
import { type ChooserFile, chooser } from "./schemas/chooser.ts";
import * as schema from "./schemas.ts";
import { type Read, readYaml, splitFrontMatter } from "./yaml.ts";

export type Files = ReadonlyMap<string, string>;

/** Everything that was read, before it is checked against itself. */
export interface Draft {
  readonly references: ReturnType<typeof readBibliography>;
  readonly papers: ReadonlyMap<string, Read<schema.PaperFile>>;
  readonly claims: ReadonlyMap<string, Read<z.output<typeof schema.claim>>>;
  readonly measurements: ReturnType<typeof readMeasurements>;
  readonly numbers: ReadonlyMap<string, NumberRecord>;
  readonly families: readonly Prose<z.output<typeof schema.family>>[];
  readonly sections: readonly Prose<z.output<typeof schema.section>>[];
  readonly questions: readonly Prose<z.output<typeof schema.question>>[];
  readonly libraries: ReadonlyMap<string, Read<z.output<typeof schema.library>>>;
  readonly chooser: Read<ChooserFile> | undefined;
  readonly discrepancies: ReadonlyMap<string, Read<DiscrepancyFile>>;
  readonly edges: readonly Edge[];
  readonly nodes: z.output<typeof schema.nodes>;
  readonly glossary: Read<z.output<typeof schema.glossary>> | undefined;
  readonly arena: Read<z.output<typeof schema.arena>> | undefined;
}

/**
 * Reads references.bib and content/ into one atlas. Files are given by their path in the repository, so that Astro,
 * Vitest and plain Node share this one loader. All problems of all files are thrown together as a ContentError.
 */
export function loadAtlas(files: Files, registries: Registries = {}): Atlas {
  const problems = new Problems();
  const draft = readAll(normalised(files, problems), problems);
  crossCheck(draft, registries, problems);
  problems.throwIfAny();
  return frozen(link(draft, registries));
}

/** Text that no author writes in one file; reading it could take minutes. */
const longest = 200_000;

function normalised(files: Files, problems: Problems): Files {
  const kept = new Map<string, string>();
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // The entries of references.bib are bounded one by one.
    if (text.length > longest && path !== "references.bib") {
      problems.add({ file: path, line: 1 }, `${text.length} characters in one file`, "split it");
    } else kept.set(path, text.replace(/^\u{feff}/u, "").replace(/\r\n?/g, "\n"));
  }
  return kept;
}

function readAll(files: Files, problems: Problems): Draft {
  const bib = files.get("references.bib") ?? "";
  const references = readBibliography(scanBibtex("references.bib", bib, problems), problems);
  const papers = folder(files, "papers", schema.paper, problems);
  const measurements = readMeasurements(
    folder(files, "measurements", schema.measurement, problems),
    problems,
  );
  const numbers = new Map<string, NumberRecord>();
  for (const { numbers: own } of measurements.values()) for (const n of own) numbers.set(n.path, n);
  for (const [key, { value }] of papers) for (const n of paperNumbers(key, value)) numbers.set(n.path, n);
  const edges = single(files, "content/map/edges.yaml", schema.edges, problems);
  return {
    references,
    papers,
    claims: folder(files, "claims", schema.claim, problems),
    measurements,
    numbers,
    families: prose(files, "families", schema.family, (id) => `/families/${id}/`, problems),
    sections: prose(files, "review", schema.section, () => "/", problems),
    questions: prose(files, "questions", schema.question, (id) => `/questions/${id}/`, problems),
    libraries: folder(files, "libraries", schema.library, problems),
    chooser: single(files, "content/chooser.yaml", chooser, problems),
    discrepancies: folder(files, "discrepancies", discrepancy, problems),
    edges: (edges?.value ?? []).map((edge, i) => ({
      ...edge,
      ...(edges?.at(i) ?? { file: "", line: 0 }),
      id: `${edge.from}-${edge.type.replaceAll(" ", "-")}-${edge.to}`,
    })),
    nodes: single(files, "content/map/nodes.yaml", schema.nodes, problems)?.value ?? [],
    glossary: single(files, "content/glossary.yaml", schema.glossary, problems),
    arena: single(files, "content/figures/arena.yaml", schema.arena, problems),
  };
}

/** The YAML files of one folder by id; a file's name is the id. */
function folder<S extends z.ZodType>(
  files: Files,
  name: string,
  of: S,
  problems: Problems,
): Map<string, Read<z.output<S>>> {
  const found = new Map<string, Read<z.output<S>>>();
  for (const [path, text] of files) {
    const id = new RegExp(`^content/${name}/([^/]+)\\.ya?ml$`).exec(path)?.[1];
    if (id === undefined) continue;
    if (!schema.id.safeParse(id).success) {
      problems.add(
        { file: path, line: 1 },
        `file name ${id}`,
        "name it in kebab-case; it is the id and the address",
      );
    }
    const read = readYaml(path, text, of, problems);
    if (read) found.set(id, read);
  }
  return found;
}

function single<S extends z.ZodType>(
  files: Files,
  path: string,
  of: S,
  problems: Problems,
): Read<z.output<S>> | undefined {
  const text = files.get(path);
  return text === undefined ? undefined : readYaml(path, text, of, problems);
}

/** The MDX files of one folder in the order of their names; "04-results.mdx" has the id "results". */
function prose<S extends z.ZodType>(
  files: Files,
  name: string,
  of: S,
  page: (id: string) => string,
  problems: Problems,
): Prose<z.output<S>>[] {
  const found: Prose<z.output<S>>[] = [];
  for (const [path, text] of files) {
    const id = new RegExp(`^content/${name}/(?:\\d+-)?([^/]+)\\.mdx$`).exec(path)?.[1];
    if (id === undefined) continue;
    const { yaml, body, bodyLine } = splitFrontMatter(text);
    const read = readYaml(path, yaml, of, problems, 1);
    const scanned = scanMdx(path, body, bodyLine, page(id), problems);
    if (!read) continue;
    const words = body.replace(/<[^>]*>/g, " ").match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
    found.push({ file: path, line: 1, id, page: page(id), front: read.value, ...scanned, words });
  }
  return found;
}
