import type { Atlas, Backlink, Claim, Discrepancy, Family, Paper, Registries, Term } from "./atlas.ts";
import { groups } from "./discrepancies.ts";
import { labelsOf } from "./labels.ts";
import type { Draft } from "./load.ts";
import type { Occurrence } from "./mdx.ts";
import type { NumberRecord } from "./numbers.ts";

/** Every place that refers to a work of references.bib. */
export function referencesOf(draft: Draft): { key: string; link: Backlink }[] {
  const found: { key: string; link: Backlink }[] = [];
  const mentions = new Map<string, number>();
  for (const { use, link } of usesOf(draft)) {
    if (use.component !== "Cite") continue;
    // The MDX plugin of src/components/markdown.ts gives each mention this anchor, counting in the same order.
    for (const key of use.of) {
      const file = (use.file.split("/").at(-1) ?? "").replace(/^\d+-|\.mdx$/g, "");
      const count = (mentions.get(`${file} ${key}`) ?? 0) + 1;
      mentions.set(`${file} ${key}`, count);
      const href = `${use.page}#cite-${file}-${key}-${count}`;
      found.push({ key, link: { ...link, href, where: use.attributes["at"] } });
    }
  }
  const add = (key: string, href: string, title: string, where: string | undefined, by: Backlink["by"]) =>
    found.push({ key, link: { href, title, heading: "", where, by } });
  for (const { page, front } of draft.families) add(front.paper, page, front.title, undefined, "family");
  for (const [id, { value }] of draft.claims) {
    const sources = [value.sources, ...(value.counter ?? []).map((counter) => counter.sources)].flat();
    for (const source of sources) {
      if ("key" in source) add(source.key, `/claims/#${id}`, value.statement, source.where, "claim");
    }
  }
  for (const edge of draft.edges) {
    add(edge.source.key, `/map/#${edge.id}`, edge.sentence, edge.source.where, "edge");
  }
  for (const [id, { value }] of draft.discrepancies) {
    add(value.source.key, `/discrepancies/#${id}`, value.title, value.source.where, "discrepancy");
  }
  for (const [id, { source, term }] of Object.entries(draft.glossary?.value ?? {})) {
    if (source) add(source.key, `/glossary/#${id}`, term, source.where, "term");
  }
  for (const { id, title, source } of draft.measurements.values()) {
    if (source) add(source.key, `/evidence/#${id}`, title, source.where, "measurement");
  }
  return found;
}

/** Every use of a component in the texts, with the page and heading to go back to. */
function usesOf(draft: Draft): { use: Occurrence; link: Backlink }[] {
  return [...draft.sections, ...draft.families, ...draft.questions].flatMap(
    ({ id, page, front, occurrences }) =>
      occurrences.map((use) => {
        // All sections of the review share one page, so that a section's own anchor stands in for a missing heading.
        const anchor = use.heading.id || (page === "/" ? id : "");
        const href = anchor === "" ? page : `${page}#${anchor}`;
        return {
          use,
          link: { href, title: front.title, heading: use.heading.title, where: undefined, by: "text" },
        };
      }),
  );
}

/** The finished atlas: back-links turned round, everything in its order. */
export function link(draft: Draft, registries: Registries): Atlas {
  const papers = linkPapers(draft);
  const numbers = new Map(draft.numbers);
  const families = inOrder(draft.families, registries.losses ?? []);
  return {
    papers,
    reviewed: [...papers.values()].filter(({ role }) => role === "reviewed"),
    claims: linkClaims(draft, registries.checks ?? []),
    measurements: draft.measurements,
    numbers,
    number: (path) => numberAt(path, numbers, registries.records ?? {}),
    families,
    sections: draft.sections,
    questions: new Map(draft.questions.map((question) => [question.id, question])),
    libraries: new Map([...draft.libraries].map(([id, { value }]) => [id, { ...value, id }])),
    discrepancies: linkDiscrepancies(draft),
    nodes: draft.nodes,
    edges: draft.edges,
    glossary: new Map(
      Object.entries(draft.glossary?.value ?? {}).map(([id, term]): [string, Term] => [id, { ...term, id }]),
    ),
    arena: draft.arena?.value,
    chooser: draft.chooser?.value,
    occurrences: [...draft.sections, ...families.values(), ...draft.questions].flatMap((p) => p.occurrences),
  };
}

function linkPapers(draft: Draft): Map<string, Paper> {
  const links = new Map<string, Backlink[]>();
  for (const { key, link } of referencesOf(draft)) links.set(key, [...(links.get(key) ?? []), link]);
  const labels = labelsOf(draft.references.values());
  return new Map(
    [...draft.references].map(([key, reference]) => {
      const content = draft.papers.get(key)?.value;
      const label = labels.get(key) ?? key;
      return [
        key,
        { ...reference, label, role: content?.role ?? "cited", content, citedBy: links.get(key) ?? [] },
      ];
    }),
  );
}

function linkClaims(draft: Draft, checks: readonly string[]): Map<string, Claim> {
  const links = new Map<string, Backlink[]>();
  for (const { use, link } of usesOf(draft)) {
    const id = use.of[0] ?? "";
    if (use.component === "Claim") links.set(id, [...(links.get(id) ?? []), link]);
  }
  for (const edge of draft.edges) {
    if (edge.claim === undefined) continue;
    const back: Backlink = {
      href: `/map/#${edge.id}`,
      title: edge.sentence,
      heading: "",
      where: undefined,
      by: "edge",
    };
    links.set(edge.claim, [...(links.get(edge.claim) ?? []), back]);
  }
  return new Map(
    [...draft.claims].map(([id, { value, at }]) => [
      id,
      { ...value, ...at(), id, checked: checks.includes(id), citedBy: links.get(id) ?? [] },
    ]),
  );
}

function linkDiscrepancies(draft: Draft): Map<string, Discrepancy> {
  const all = [...draft.discrepancies].map(([id, { value, at }]) => ({ ...value, ...at(), id }));
  const sorted = all.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  return new Map(sorted.map((entry) => [entry.id, entry]));
}

function inOrder(families: readonly Family[], order: readonly string[]): Map<string, Family> {
  const rank = ({ id }: Family) => (order.includes(id) ? order.indexOf(id) : order.length);
  return new Map(families.toSorted((a, b) => rank(a) - rank(b)).map((family) => [family.id, family]));
}

function numberAt(
  path: string,
  numbers: ReadonlyMap<string, NumberRecord>,
  records: NonNullable<Registries["records"]>,
): NumberRecord {
  const [record = "", ...rest] = path.split(".");
  const reader = Object.hasOwn(records, record) ? records[record] : undefined;
  const found = numbers.get(path) ?? reader?.(rest);
  if (!found)
    throw new RangeError(`unknown number ${path}; not in content/measurements, content/papers or records`);
  return found;
}
