import { expect, test } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";

test("the powers of ten in the sentences of claims and papers are written with a minus, which does not break a line", () => {
  const sentences = [
    ...[...atlas.claims.values()].flatMap(({ statement, counter = [] }) => [
      statement,
      ...counter.map((one) => one.statement),
    ]),
    ...[...atlas.papers.values()].flatMap(({ content }) => [
      ...(content?.settings ?? []).map(({ value }) => String(value)),
      ...(content?.notes ?? []),
      ...(content?.errata ?? []).flatMap(({ says, found }) => [says, found]),
    ]),
  ];
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter((sentence) => /\de-\d/.test(sentence))).toEqual([]);
});
