import type { Verdict } from "../../checks/verdicts.ts";
import type { MapNode, MapTie } from "../../plots/map-layout.ts";
import type { Table } from "../../plots/table.ts";
import type { Spec } from "../widget.ts";

interface Link {
  readonly label: string;
  readonly href: string;
}

/** What is said of an edge: the statement, its place in the literature, and where it is exact its proof and check. */
export interface EdgePanel {
  readonly id: string;
  readonly from: { readonly id: string; readonly title: string };
  readonly to: { readonly id: string; readonly title: string };
  readonly type: string;
  readonly sentence: string;
  readonly source: Link & { readonly where: string };
  /** The paper's own equation, on the paper's page. */
  readonly equation: Link | undefined;
  /** Lines of HTML with MathML; empty where the edge is not exact. */
  readonly proof: readonly string[];
  readonly claim:
    | {
        readonly id: string;
        readonly href: string;
        /** What its check found in this build. */
        readonly verdict: Verdict | undefined;
        readonly numbers: string;
      }
    | undefined;
}

export interface NodePanel {
  readonly id: string;
  readonly title: string;
  readonly kind: MapNode["kind"];
  readonly year: number | undefined;
  readonly summary: string | undefined;
  readonly page: string | undefined;
  readonly paper: Link | undefined;
}

export interface Rows {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly EdgePanel[];
  readonly panels: readonly NodePanel[];
}

export const controls = {
  view: {
    kind: "choice",
    label: "View",
    options: [
      { id: "axes", label: "on two axes" },
      { id: "years", label: "by year" },
      { id: "table", label: "as a table" },
    ],
    initial: "axes",
  },
  papers: { kind: "check", label: "Papers that evaluate", initial: false },
  chosen: { kind: "name", label: "chosen mark", initial: "", unseen: true },
} as const;

export const spec: Spec<typeof controls, unknown> = {
  id: "literature-map",
  version: 1,
  controls,
  presets: [],
  say: () => "Choose a tie to read its statement; one with a triangle has a proof in three lines and runs.",
};

export const nodeId = (id: string) => `node-${id}`;

export const tiesOf = ({ edges }: Rows): MapTie[] =>
  edges.map(({ id, from, to, type, claim }) => ({
    id,
    from: from.id,
    to: to.id,
    type,
    exact: claim !== undefined,
  }));

/** A tie told from one of its ends: "reduces to Dice loss", or "Tversky loss reduces to this". */
export function told({ from, to, type }: EdgePanel, end: string): string {
  return from.id === end ? `${type} ${to.title}` : `${from.title} ${type} this`;
}

/** All ties as a table, for reading without the drawing. */
export const table = ({ edges }: Rows): Table => ({
  caption: "Every tie of the map",
  columns: ["from", "tie", "to", "statement", "source"].map((label) => ({ label })),
  rows: edges.map(({ from, to, type, sentence, source }) => [
    from.title,
    type,
    to.title,
    sentence,
    `${source.label}, ${source.where}`,
  ]),
});
