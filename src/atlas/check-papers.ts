import { losses } from "../losses/registry.ts";
import { checkFormula, marksOf, symbolsOf, withoutMarks } from "./formulas.ts";
import type { Draft } from "./load.ts";
import type { Names } from "./names.ts";
import type { Place, Problems } from "./problems.ts";
import type { PaperFile } from "./schemas.ts";
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
    const own = Object.keys(paper.symbols);
    for (const [i, { tex, loss }] of paper.equations.entries()) {
      const place = at("equations", i, "tex");
      if (loss !== undefined) names.expect("loss", loss, Object.keys(losses), place, "src/losses");
      const problem = texProblem(withoutMarks(tex), true);
      const what = `bad TeX "${tex.slice(0, 40)}": ${problem}`;
      if (problem) problems.add(place, what, "mend it; in single quotes a backslash is itself");
      else checkFormula(tex, [...own, ...symbolsOf(loss)], homeOf(loss), place, problems);
    }
    checkOwn(paper, at, problems);
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

const homeOf = (loss: string | undefined) =>
  loss === undefined ? "its symbols" : `its symbols or src/losses/${loss}.ts`;

/** What a paper says of symbols of its own: each stands in an equation, and none takes the name of a loss's. */
function checkOwn(paper: PaperFile, at: (...path: (string | number)[]) => Place, problems: Problems): void {
  const marked = new Set(paper.equations.flatMap(({ tex }) => marksOf(tex)));
  const taken = new Set(paper.equations.flatMap(({ loss }) => symbolsOf(loss)));
  for (const id of Object.keys(paper.symbols)) {
    const place = at("symbols", id);
    if (!marked.has(id))
      problems.add(place, `symbol ${id} stands in no equation`, "mark it there or remove it");
    if (taken.has(id))
      problems.add(place, `symbol ${id} is one of the loss already`, "remove it or rename it");
  }
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
