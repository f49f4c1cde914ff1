import { describe, expect, it } from "vitest";
import { firstPull } from "../../src/experiments/first-pull.ts";
import { logPair, logsOf, trainingLabels } from "../../src/experiments/logs.ts";
import { defaultProtocol, rows } from "../../src/experiments/protocol.ts";
import { createRun } from "../../src/experiments/run.ts";

const log = { ...defaultProtocol, seed: 3, share: 0.8 };

describe("the first pull", () => {
  const labels = trainingLabels(log);

  it("is that of the first moment of a training on the same log, for every row", () => {
    const { train } = logsOf(logPair(log), log);
    expect(labels).toEqual(train.labels);
    for (const row of rows) {
      const run = createRun({ ...log, row: row.id, steps: 1 }, train);
      run.advance(1);
      const pull = firstPull(row, labels, train.classes);
      pull.forEach((share, c) => {
        expect(share, row.id).toBeCloseTo(run.moments[0]!.listens[c]!, 12);
      });
    }
  });

  it("falls on the background by its share of the pixels under cross-entropy, and less under Dice", () => {
    const [background] = firstPull(rows.find(({ id }) => id === "soft-cross-entropy")!, labels, 3);
    const [dice] = firstPull(rows.find(({ id }) => id === "dice")!, labels, 3);
    expect(background).toBeCloseTo(log.share, 3);
    expect(dice).toBeLessThan(background!);
  });
});
