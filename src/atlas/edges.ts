import type { Edge } from "./atlas.ts";
import type { Draft } from "./load.ts";
import { type Problems, suggestion } from "./problems.ts";

/** Edges join losses, nodes of content/map/nodes.yaml and papers; each is stored once, in one direction. */
export function checkEdges(draft: Draft, losses: readonly string[] | undefined, problems: Problems): void {
  const nodes = new Set([...draft.nodes.map(({ id }) => id), ...draft.references.keys(), ...(losses ?? [])]);
  const stored = new Map<string, Edge>();
  for (const edge of draft.edges) {
    for (const end of [edge.from, edge.to]) {
      if (losses === undefined || nodes.has(end)) continue;
      const remedy = `not a loss, a paper or in content/map/nodes.yaml${suggestion(end, nodes)}`;
      problems.add(edge, `edge to unknown node ${end}`, remedy);
    }
    if (!draft.references.has(edge.source.key)) {
      const near = suggestion(edge.source.key, draft.references.keys());
      problems.add(edge, `unknown source ${edge.source.key}`, `not in references.bib${near}`);
    }
    const equations = (draft.papers.get(edge.source.key)?.value.equations ?? []).map(({ id }) => id);
    if (edge.source.equation !== undefined && !equations.includes(edge.source.equation)) {
      const near = suggestion(edge.source.equation, equations);
      const remedy = `not among the equations of content/papers/${edge.source.key}.yaml${near}`;
      problems.add(edge, `unknown equation ${edge.source.equation}`, remedy);
    }
    if (edge.claim !== undefined && !draft.claims.has(edge.claim)) {
      const near = suggestion(edge.claim, draft.claims.keys());
      problems.add(edge, `unknown claim ${edge.claim}`, `not in content/claims${near}`);
    }
    const twin = stored.get(pairOf(edge));
    if (twin) problems.add(edge, `this edge is stored already, at line ${twin.line}`, "keep one direction");
    else stored.set(pairOf(edge), edge);
  }
  reportCycle(draft.edges, problems);
}

/** "x generalises y" and "y reduces to x" are the same edge told from its two ends. */
function pairOf({ from, to, type }: Edge): string {
  const told = type === "reduces to" ? "generalises" : type;
  return `${told} ${[from, to].toSorted().join(" ")}`;
}

/** Follows the edges from the general to the special; coming back to a node that is still open closes a cycle. */
function reportCycle(edges: readonly Edge[], problems: Problems): void {
  const special = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.type !== "generalises" && edge.type !== "reduces to") continue;
    special.set(edge.from, [...(special.get(edge.from) ?? []), edge]);
  }
  const done = new Set<string>();
  const visit = (node: string, open: readonly string[]): boolean => {
    if (done.has(node)) return false;
    for (const edge of special.get(node) ?? []) {
      const start = open.indexOf(edge.to);
      const path = [...open, node];
      if (edge.to === node || start >= 0) {
        const cycle = [...(start >= 0 ? path.slice(start) : [node]), edge.to].join(" → ");
        problems.add(edge, `cycle of generalises: ${cycle}`, "turn or remove one of these edges");
        return true;
      }
      if (visit(edge.to, path)) return true;
    }
    done.add(node);
    return false;
  };
  for (const node of special.keys()) if (visit(node, [])) return;
}
