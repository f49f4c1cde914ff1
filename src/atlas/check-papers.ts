import { losses, lossOf } from "../losses/registry.ts";
import type { Draft } from "./load.ts";
import type { Names } from "./names.ts";
import type { Place, Problems } from "./problems.ts";
import { texProblem } from "./tex.ts";

/** What the file of a paper says of its equations, tables and errata. */
export function checkPapers(draft: Draft, names: Names, problems: Problems): void {
  for (const [key, { value: paper, at }] of draft.papers) {
    names.expect("paper", key, draft.references.keys(), at(), "references.bib");
    for (const list of ["equations", "results", "tables", "errata"] as const) {
      const seen = new Set<string>();
      for (const [i, { id }] of paper[list].entries()) {
        if (seen.has(id)) problems.add(at(list, i), `duplicate id ${id} in ${list}`, "give each its own");
        seen.add(id);
      }
    }
    for (const [i, { tex, loss }] of paper.equations.entries()) {
      checkSymbols(tex, loss, at("equations", i, "tex"), names);
      const problem = texProblem(tex.replace(/\\sym\{[\w-]+\}/g, ""), true);
      const what = `bad TeX "${tex.slice(0, 40)}": ${problem}`;
      if (problem)
        problems.add(at("equations", i, "tex"), what, "mend it; in single quotes a backslash is itself");
    }
    for (const [i, table] of paper.tables.entries()) checkTable(table, at("tables", i), problems);
    for (const [i, erratum] of paper.errata.entries()) {
      // `checked` is a claim's id or a sentence; only what looks like an id can be a wrong one.
      if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(erratum.checked)) {
        names.expect(
          "claim",
          erratum.checked,
          draft.claims.keys(),
          at("errata", i, "checked"),
          "content/claims",
        );
      }
    }
  }
}

/** An equation that marks symbols names the loss that they belong to, and only symbols of that loss. */
function checkSymbols(tex: string, loss: string | undefined, place: Place, names: Names): void {
  const marked = [...tex.matchAll(/\\sym\{([\w-]+)\}/g)].map(([, id = ""]) => id);
  if (loss === undefined && marked.length === 0) return;
  names.expect("loss", loss ?? "(none named beside \\sym)", Object.keys(losses), place, "src/losses");
  const home = `src/losses/${loss}.ts`;
  const symbols = loss && Object.hasOwn(losses, loss) ? lossOf(loss).symbols.map(({ id }) => id) : undefined;
  for (const id of marked) names.expect("symbol", id, symbols, place, home);
}

function checkTable(
  table: { id: string; columns: readonly string[]; rows: readonly (readonly unknown[])[] },
  place: Place,
  problems: Problems,
): void {
  for (const [i, row] of table.rows.entries()) {
    if (row.length === table.columns.length) continue;
    const what = `row ${i + 1} of table ${table.id} has ${row.length} cells for ${table.columns.length} columns`;
    problems.add(place, what, "give each row one cell a column, null where the source has none");
  }
}
