import type { Registries } from "./atlas.ts";
import { callsOf } from "./calls.ts";
import { checkChooser } from "./check-chooser.ts";
import { checkLink, routesOf } from "./check-links.ts";
import { checkPapers } from "./check-papers.ts";
import { checkDiscrepancies } from "./discrepancies.ts";
import { checkEdges } from "./edges.ts";
import { referencesOf } from "./links.ts";
import type { Draft } from "./load.ts";
import type { Occurrence } from "./mdx.ts";
import { Names } from "./names.ts";
import { type Place, type Problems, suggestion } from "./problems.ts";
import { checkRemedies } from "./remedies.ts";
import type { ClaimSource } from "./schemas.ts";

/** What a claim may be about beside a loss. */
export const topics = ["reference-task", "metrics", "literature"];

/** Every name that content uses for other content or for code must exist; everything cited must be used. */
export function crossCheck(draft: Draft, registries: Registries, problems: Problems): void {
  const names = new Names(problems);
  checkClaims(draft, registries, names, problems);
  checkPapers(draft, names, problems);
  checkProse(draft, registries, names, problems);
  checkLibraries(draft, registries, names);
  const libraries = new Map([...draft.libraries].map(([id, { value }]) => [id, value]));
  checkRemedies(draft.questions, libraries, problems);
  checkEdges(draft, registries.losses, problems);
  checkDiscrepancies(draft, problems);
  for (const measurement of draft.measurements.values()) {
    if (!measurement.source) continue;
    names.expect("source", measurement.source.key, draft.references.keys(), measurement, "references.bib");
  }
  checkChooser(draft, registries.losses, names, problems);
  checkArenaAndGlossary(draft, registries, names);
  checkUncited(draft, problems);
}

function checkClaims(draft: Draft, registries: Registries, names: Names, problems: Problems): void {
  const { losses, checks } = registries;
  for (const [id, { value: claim, at }] of draft.claims) {
    for (const [i, about] of claim.about.entries()) {
      const known = losses && [...losses, ...topics];
      names.expect("loss or topic", about, known, at("about", i), `src/losses or ${topics.join(", ")}`);
    }
    checkSources(draft, registries, claim.sources, (i) => at("sources", i), names);
    for (const [n, counter] of (claim.counter ?? []).entries()) {
      checkSources(draft, registries, counter.sources, (i) => at("counter", n, "sources", i), names);
    }
    if (!checks) continue;
    if (checks.includes(id) && claim.unchecked !== undefined) {
      const remedy = "remove the line, or the check";
      problems.add(at("unchecked"), `${id} is said to be unchecked but src/checks has it`, remedy);
    } else if (!checks.includes(id) && claim.unchecked === undefined) {
      const remedy = `add src/checks/${id}.ts, or say in unchecked: why it cannot be run here`;
      problems.add(at(), `claim ${id} has no check`, remedy);
    }
  }
  for (const check of checks ?? []) {
    if (draft.claims.has(check)) continue;
    const near = suggestion(check, draft.claims.keys());
    const what = `check ${check} has no claim${near}`;
    problems.add({ file: `src/checks/${check}.ts`, line: 1 }, what, `add content/claims/${check}.yaml`);
  }
}

function checkSources(
  draft: Draft,
  registries: Registries,
  sources: readonly ClaimSource[],
  at: (i: number) => Place,
  names: Names,
): void {
  for (const [i, source] of sources.entries()) {
    const place = at(i);
    if ("key" in source) names.expect("source", source.key, draft.references.keys(), place, "references.bib");
    if ("measurement" in source) {
      names.expect(
        "measurement",
        source.measurement,
        draft.measurements.keys(),
        place,
        "content/measurements",
      );
    }
    if ("record" in source) {
      const known = registries.records && Object.keys(registries.records);
      names.expect("record", source.record, known, place, "records/");
    }
  }
}

function checkProse(draft: Draft, registries: Registries, names: Names, problems: Problems): void {
  const routes = routesOf(draft, registries);
  for (const family of draft.families) {
    const place = { file: family.file, line: 2 };
    names.expect("loss", family.id, registries.losses, place, "src/losses/registry.ts");
    names.expect("source", family.front.paper, draft.references.keys(), place, "references.bib");
    if (family.front.response !== undefined) {
      names.expect("claim", family.front.response, draft.claims.keys(), place, "content/claims/");
    }
    for (const relative of family.front.relatives) {
      names.expect("relative", relative, registries.losses, place, "src/losses/registry.ts");
    }
  }
  for (const { occurrences } of [...draft.sections, ...draft.families, ...draft.questions]) {
    for (const use of occurrences) checkUse(use, draft, registries, routes, names, problems);
  }
}

function checkLibraries(draft: Draft, { losses }: Registries, names: Names): void {
  for (const { value: library, at } of draft.libraries.values()) {
    for (const list of ["spellings", "cannot", "surprises"] as const) {
      for (const [i, { loss }] of library[list].entries()) {
        names.expect("loss", loss, losses, at(list, i, "loss"), "src/losses/registry.ts");
      }
    }
  }
}

function checkUse(
  use: Occurrence,
  draft: Draft,
  { losses, figures, records }: Registries,
  routes: ReadonlySet<string>,
  names: Names,
  problems: Problems,
): void {
  const first = use.of[0] ?? "";
  if (use.component === "link") {
    checkLink(first, use, draft, routes, problems);
    return;
  }
  if (use.of.length > 1 && (use.component !== "Cite" || use.attributes["at"])) {
    problems.add(use, `<${use.component}> of several things`, "write one for each");
  }
  if (use.component === "Cite") {
    for (const key of use.of) names.expect("source", key, draft.references.keys(), use, "references.bib");
  } else if (use.component === "Claim") {
    names.expect("claim", first, draft.claims.keys(), use, "content/claims");
  } else if (use.component === "Figure") {
    names.expect("figure", first, figures, use, "src/widgets");
  } else if (use.component === "Term") {
    names.expect("term", first, Object.keys(draft.glossary?.value ?? {}), use, "content/glossary.yaml");
  } else if (use.component === "Call") {
    names.expect("call", first, callsOf(draft.libraries), use, "content/libraries");
  } else if (use.component === "Num") {
    const [record = "", ...rest] = first.split(".");
    const reader = records && Object.hasOwn(records, record) ? records[record] : undefined;
    if (reader?.(rest) === undefined)
      names.expect("number", first, draft.numbers.keys(), use, "content/measurements or content/papers");
  } else if (use.component !== "Note") {
    names.expect("loss", first, losses, use, "src/losses/registry.ts");
  }
}

function checkArenaAndGlossary(draft: Draft, { losses }: Registries, names: Names): void {
  const { arena, glossary } = draft;
  if (arena) {
    names.expect(
      "source",
      arena.value.source.key,
      draft.references.keys(),
      arena.at("source"),
      "references.bib",
    );
    for (const [i, band] of arena.value.bands.entries()) {
      for (const loss of band.losses)
        names.expect("loss", loss, losses, arena.at("bands", i), "src/losses/registry.ts");
    }
  }
  for (const [id, term] of Object.entries(glossary?.value ?? {})) {
    for (const other of term.see ?? []) {
      const place = glossary?.at(id, "see") ?? { file: "content/glossary.yaml", line: 1 };
      names.expect("term", other, Object.keys(glossary?.value ?? {}), place, "content/glossary.yaml");
    }
    if (!term.source) continue;
    const place = glossary?.at(id, "source") ?? { file: "content/glossary.yaml", line: 1 };
    names.expect("source", term.source.key, draft.references.keys(), place, "references.bib");
  }
}

/** An entry that nothing cites is dead weight; a paper file of its own counts as a citation. */
function checkUncited(draft: Draft, problems: Problems): void {
  const cited = new Set([...draft.papers.keys(), ...referencesOf(draft).map(({ key }) => key)]);
  for (const reference of draft.references.values()) {
    if (cited.has(reference.key)) continue;
    const place = { file: reference.file, line: reference.line };
    problems.add(place, `[${reference.key}] nothing cites this entry`, `cite it, or remove it`);
  }
}
