import type { Registries } from "../../src/atlas/atlas.ts";
import { loadAtlas } from "../../src/atlas/load.ts";
import { ContentError } from "../../src/atlas/problems.ts";

/** A small content that has no problem; each test spoils one thing in it. */
export const bib = `@article{doe2020loss,
  author = {Doe, Jane}, title = {On Loss}, journal = {J}, year = {2020}, url = {https://example.org/}
}
`;
export const claim = `statement: One is one.
kind: reported
about: [dice]
sources:
  - { key: doe2020loss, where: eq. 1 }
unchecked: a sentence
`;
export const measurement = `title: Scores
kind: measured
origin: a test
unit: "1"
digits: 2
classes: [background, curve 1]
iou: [0.9, 0.25]
error: { value: -0.5, digits: 3, unit: px }
`;
export const family = `---
title: Dice
extension: false
overlap: overlap-aware
control: symmetric
place: [0.7, 0.2]
paper: doe2020loss
scores: overlap
listens: all
relatives: []
summary: A loss.
---
`;
export const registries: Registries = { losses: ["dice"], checks: [], figures: ["arena"] };

export const load = (files: Record<string, string>, more: Registries = registries) =>
  loadAtlas(
    new Map(Object.entries({ "references.bib": bib, "content/claims/one-is-one.yaml": claim, ...files })),
    more,
  );

/** The lines of the error that these files stop the build with; none when they are sound. */
export function messages(files: Record<string, string>, more: Registries = registries): string[] {
  try {
    load(files, more);
  } catch (error) {
    if (error instanceof ContentError) return error.message.split("\n");
    throw error;
  }
  return [];
}
