import type { Atlas, Edge } from "../atlas/atlas.ts";
import { fullFamily } from "../atlas/labels.ts";
import { href } from "../layouts/links.ts";
import type { MapNode } from "../plots/map-layout.ts";
import type { EdgePanel, NodePanel, Rows } from "../widgets/literature-map/spec.ts";
import { inline } from "./prose-tex.ts";
import { checkedNumbersAt, verdicts } from "./verdicts.ts";

/** What the literature map is handed: nodes and ties to draw, and what is said of each. */
export function literatureRows(atlas: Atlas): Rows {
  const nodes = [...nodesOf(atlas), ...papersOf(atlas)];
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return {
    nodes,
    edges: atlas.edges.map((edge) => edgePanel(atlas, edge, titles)),
    panels: nodes.map((node) => nodePanel(atlas, node)),
  };
}

function nodesOf(atlas: Atlas): MapNode[] {
  return atlas.nodes.map((node): MapNode => {
    if (node.kind !== "loss") {
      const year = node.paper === undefined ? undefined : yearOf(atlas, node.paper);
      return { ...node, year };
    }
    const family = atlas.families.get(node.id);
    if (!family) throw new RangeError(`content/map/nodes.yaml: ${node.id} has no page in content/families`);
    const { title, overlap, control, place, paper } = family.front;
    return { ...node, title, overlap, control, place, year: yearOf(atlas, paper) };
  });
}

const yearOf = (atlas: Atlas, key: string) => atlas.papers.get(key)?.year;

/** Works that evaluate are a layer of the map: they stand in rows, in the order of their years. */
function papersOf(atlas: Atlas): MapNode[] {
  const nodes = new Set(atlas.nodes.map(({ id }) => id));
  const keys = [...new Set(atlas.edges.map(({ from }) => from).filter((id) => !nodes.has(id)))];
  const works = keys
    .flatMap((key) => atlas.papers.get(key) ?? [])
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const rows = rowsByYear(works.map(({ year }) => year ?? 0));
  return works.map(({ key, label, authors, year }, k) => ({
    id: key,
    title: label,
    short: fullFamily(authors[0]!),
    kind: "paper",
    place: [0, 1],
    lane: rows[k]!,
    year,
  }));
}

/** For each work in the order of the years the first row in which its year and the one before it are free. */
function rowsByYear(years: readonly number[]): number[] {
  const last: number[] = [];
  return years.map((year) => {
    const free = last.findIndex((taken) => taken < year - 1);
    const row = free < 0 ? last.length : free;
    last[row] = year;
    return row;
  });
}

function edgePanel(atlas: Atlas, edge: Edge, titles: ReadonlyMap<string, string>): EdgePanel {
  const { key, where, equation } = edge.source;
  const claim = edge.claim === undefined ? undefined : atlas.claims.get(edge.claim);
  const printed = atlas.papers.get(key)?.content?.equations.find(({ id }) => id === equation);
  return {
    id: edge.id,
    from: { id: edge.from, title: titles.get(edge.from) ?? edge.from },
    to: { id: edge.to, title: titles.get(edge.to) ?? edge.to },
    type: edge.type,
    sentence: edge.sentence,
    source: { label: atlas.papers.get(key)?.label ?? key, href: href(`/papers/${key}/`), where },
    equation: printed && {
      label: `${printed.where}: ${printed.title}`,
      href: href(`/papers/${key}/#equation-${printed.id}`),
    },
    proof: (edge.proof ?? []).map(inline),
    claim: claim && {
      id: claim.id,
      href: href(`/claims/#${claim.id}`),
      verdict: verdicts.get(claim.id),
      numbers: checkedNumbersAt,
    },
  };
}

function nodePanel(atlas: Atlas, { id, title, kind, year }: MapNode): NodePanel {
  const family = atlas.families.get(id);
  const node = atlas.nodes.find((one) => one.id === id);
  const key =
    family?.front.paper ?? (kind === "paper" ? id : node && "paper" in node ? node.paper : undefined);
  const paper = key === undefined ? undefined : atlas.papers.get(key);
  // A paper's own page says what it contributed; here its ties say what it evaluates.
  const summary = family?.front.summary ?? (node && "summary" in node ? node.summary : undefined);
  return {
    id,
    title,
    kind,
    year,
    summary,
    page: family && href(family.page),
    paper: paper && { label: paper.label, href: href(`/papers/${paper.key}/`) },
  };
}
