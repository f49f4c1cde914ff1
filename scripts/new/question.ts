import { type Draft, kebab, todo, unused } from "./draft.ts";

/** One question as practitioners ask it, with the calculator that reproduces it. */
export function question(name: string, root: string): Draft {
  const path = unused(root, `content/questions/${kebab(name)}.mdx`);
  const text = `---
title: "${todo} the question, as people type it?"
symptom: "${todo} what is seen on the screen."
also:
  - "${todo} another wording, for the search"
figure: pixel
about: [dice]
sources:
  - { url: "https://example.org/to-be-written", note: "${todo} where it was asked" }
remedies:
  - says: "${todo} what the calls do"
    calls: [dice]
---

## Why

${todo} the reason, with its sources: each sentence that argues stands in a Claim.

## What to do

${todo} the shortest thing that helps.
`;
  const next = [
    "choose the figure and its state; src/atlas/schemas/question.ts lists the calculators",
    "name the calls of the remedy by their ids; the build says which library lacks one",
  ];
  return { files: new Map([[path, text]]), next };
}
