import { scoresAt } from "./outcome.ts";
import { labVersion } from "./protocol.ts";
import type { Line, TablePlan } from "./table.ts";

/** Results as a reader takes them away: from the page and from `npm run lab` alike. */

/** What was trained on, where it is not the lab's own drawing: the part of a mask, its values, a hash of its labels. */
export type Geometry = Readonly<Record<string, string | number>>;

/** Lines with their scores, and the protocol, seeds, version and geometry that they were made with. */
export function asJson(plans: readonly TablePlan[], lines: readonly Line[], geometry?: Geometry): string {
  const about = { version: labVersion, plans: plans.map(inOrder), ...(geometry && { geometry }) };
  return JSON.stringify({ ...about, lines: lines.map(scored) }, null, 2);
}

/** One line a run; the protocol and version stand in each, so that a cut-out part still says what it is. */
export function asCsv([plan]: readonly TablePlan[], lines: readonly Line[], geometry?: Geometry): string {
  const about = {
    version: labVersion,
    imbalance: plan!.imbalance,
    difficulty: plan!.difficulty,
    steps: plan!.steps,
    ...geometry,
  };
  const table = lines.map((line) => {
    const { counts, scores, centroid, argmax, ...rest } = scored(line);
    const named = scores.flatMap((s, c) => Object.entries(s).map(([name, value]) => [`${name}-${c}`, value]));
    const errors = { centroid, argmax };
    const traces = Object.entries(errors).flatMap(([name, list]) =>
      list.map((v, k) => [`trace-error-${name}-${k + 1}`, v]),
    );
    return { ...about, ...rest, ...Object.fromEntries([...named, ...traces]), counts: counts.join(" ") };
  });
  const names = Object.keys(table[0] ?? {});
  const rows = table.map((row) =>
    names.map((name) => String((row as Record<string, unknown>)[name])).join(","),
  );
  return [names.join(","), ...rows].join("\n");
}

/** A plan's own entries in one order, so that the page and the command write the same text. */
const entries = ["imbalance", "difficulty", "learningRate", "steps", "shares", "seeds", "rows"] as const;
const inOrder = (plan: TablePlan) => Object.fromEntries(entries.map((name) => [name, plan[name]]));

const scored = (line: Line) => ({ ...line, scores: scoresAt(line, line.share) });
