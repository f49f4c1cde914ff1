import type { Draft } from "./load.ts";
import type { Names } from "./names.ts";
import type { Problems } from "./problems.ts";

/** Every answer, loss, claim and question that the chooser names must exist. */
export function checkChooser(
  draft: Draft,
  losses: readonly string[] | undefined,
  names: Names,
  problems: Problems,
): void {
  if (!draft.chooser) return;
  const { value, at } = draft.chooser;
  const answers = new Map(value.questions.map(({ id, options }) => [id, options.map((option) => option.id)]));
  const claims = [...draft.claims.keys()];
  const questions = draft.questions.map(({ id }) => id);
  for (const list of ["reasons", "pitfalls", "gaps"] as const) {
    for (const [i, entry] of value[list].entries()) {
      const place = at(list, i);
      for (const [question, wanted] of Object.entries(entry.when)) {
        names.expect("question", question, answers.keys(), place, "the questions above");
        for (const answer of wanted) names.expect("answer", answer, answers.get(question), place, question);
      }
      if ("claim" in entry) names.expect("claim", entry.claim, claims, place, "content/claims");
      if ("question" in entry && entry.question) {
        names.expect("question", entry.question, questions, place, "content/questions");
      }
      if (!("for" in entry || "against" in entry)) continue;
      for (const loss of [...(entry.for ?? []), ...(entry.against ?? [])]) {
        names.expect("loss", loss, losses, place, "src/losses/registry.ts");
      }
    }
  }
  const used = value.questions.filter(({ id }) =>
    [...value.reasons, ...value.pitfalls, ...value.gaps].some((entry) => Object.hasOwn(entry.when, id)),
  );
  for (const { id } of value.questions.filter((question) => !used.includes(question))) {
    problems.add(
      { file: "content/chooser.yaml", line: 1 },
      `question ${id} changes nothing`,
      "use or remove it",
    );
  }
}
