import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCase, runCase } from "../../src/losses/case.ts";
import { caseSchema } from "../../src/losses/case-schema.ts";
import { paperPresets } from "../../src/losses/presets.ts";
import { losses } from "../../src/losses/registry.ts";
import { type Switch, switches } from "../../src/losses/switches.ts";

const root = join(import.meta.dirname, "../..");
const run = (json: object) => runCase(parseCase(json, paperPresets));
const lossOf = (json: object) => run(json)["value"];

describe("parseCase(json)", () => {
  const logits = [
    [0, 1, 2, -1],
    [1, 0, -1, 0.5],
    [0.5, 0.25, 0, 3],
  ];
  const target = [0, 1, 0, 2];

  it("reads class indices, one-hot and a batch of one alike", () => {
    const indices = lossOf({ loss: "dice", logits, target });
    const onehot = [0, 1, 2].map((c) => target.map((label) => (label === c ? 1 : 0)));
    expect(lossOf({ loss: "dice", logits, target: onehot })).toBe(indices);
    const image = logits.map((row) => [row]);
    expect(lossOf({ loss: "dice", logits: [image], target: [[target]] })).toBe(indices);
    expect(lossOf({ loss: "dice", logits: [logits], target: [target], batch: true })).toBe(indices);
  });

  it("reads one class with its channel axis and without", () => {
    const bare = lossOf({ loss: "soft-cross-entropy", logits: [1, -2, 0.5], target: [1, 0, 1] });
    expect(lossOf({ loss: "soft-cross-entropy", logits: [[1, -2, 0.5]], target: [1, 0, 1] })).toBe(bare);
    expect(lossOf({ loss: "soft-cross-entropy", logits: [[1, -2, 0.5]], target: [[1, 0, 1]] })).toBe(bare);
    expect(
      lossOf({
        loss: "soft-cross-entropy",
        logits: [[1], [-2], [0.5]],
        target: [[1], [0], [1]],
        classes: 1,
      }),
    ).toBe(bare);
  });

  it("takes two and three axes as one image and four as a batch where both readings fit", () => {
    const zeros = (...shape: number[]): unknown =>
      shape.length === 0 ? 0 : Array.from({ length: shape[0]! }, () => zeros(...shape.slice(1)));
    const frame = (...shape: number[]) =>
      parseCase({ loss: "dice", logits: zeros(2, 2, ...shape), target: zeros(2, ...shape) }, []).frame;
    expect(frame(5)).toMatchObject({ batch: 1, classes: 2, shape: [2, 5] });
    expect(frame(5, 4)).toMatchObject({ batch: 2, classes: 2, shape: [5, 4] });
  });

  it("gives the gradient in the shape of the input", () => {
    const { gradient } = run({ loss: "tversky", logits, target, gradient: true });
    expect((gradient as number[][]).map((row) => row.length)).toEqual([4, 4, 4]);
  });

  it("applies a preset by name, and settings over it", () => {
    const pixels = { logits: [1, -2, 0.5, 3], target: [1, 0, 1, 0] };
    const named = lossOf({ loss: "focal", convention: "lin2017focal", ...pixels });
    expect(lossOf({ convention: "lin2017focal", ...pixels })).toBe(named);
    const mean = lossOf({
      convention: { preset: "lin2017focal", divideBy: "weights" },
      ...pixels,
    }) as number;
    expect(mean * 2).toBeCloseTo(named as number, 14);
  });

  it.each([
    [{ loss: "dice", logits: [[1, 2], [3]], target: [0, 1] }, /logits\[1\]: 1 entries where 2 are needed/],
    [{ loss: "dice", logits, target: [0, 1] }, /target: shape \(2\) does not fit scores of shape \(3, 4\)/],
    [{ loss: "dice", logits, target: [0, 1, 3, 0] }, /label of image 0, pixel 2: 3 is no class in 0..2/],
    [{ loss: "dice", logit: logits, target }, /logit: unknown field; did you mean logits\?/],
    [{ loss: "dice", logits, target, convention: "monay" }, /unknown preset/],
    [{ loss: "dice", logits, target, convention: { over: "images" } }, /did you mean image\?/],
    [{ loss: "tversky", logits, target, parameters: { beta: 1 } }, /papers swap the letters/],
    [
      { loss: "dice", probabilities: [[0, 2]], target: [0, 1] },
      /image 0, channel 0, pixel 1\]: 2 is no probability/,
    ],
    [{ loss: "dice", logits, probabilities: logits, target }, /exactly one of logits and probabilities/],
  ])("refuses %j and says why", (json, message) => {
    expect(() => run(json)).toThrow(message);
    expect(() => run(json)).toThrow(RangeError);
  });
});

describe("runCase(parseCase(json))", () => {
  const settingOf = (entry: Switch): fc.Arbitrary<unknown> => {
    if (entry.kind === "choice") return fc.constantFrom(...Object.keys(entry.values));
    if (entry.kind === "number") return fc.double({ min: 0, max: Math.min(entry.range[1], 2), noNaN: true });
    if (entry.kind === "integer") return fc.constantFrom(entry.default, 0, 255);
    return fc.constantFrom(entry.default, [1], [0, 1], [1, 2]);
  };
  const conventions = fc.record(
    Object.fromEntries(Object.entries(switches).map(([id, entry]) => [id, settingOf(entry)])),
    { requiredKeys: [] },
  );
  const frames = fc.constantFrom<object>(
    {
      logits: [
        [0, 1, 2, 1],
        [1, 0, -1, 3],
      ],
      target: [0, 1, 0, 1],
    },
    { logits: [0, 800, -800], target: [0, 1, 1] },
    {
      probabilities: [
        [0, 1],
        [1, 0],
      ],
      target: [
        [0, 1],
        [1, 0],
      ],
    },
    {
      logits: [
        [[[1, 2]], [[0, 1]]],
        [[[1, 2]], [[0, 1]]],
      ],
      target: [[[0, 1]], [[1, 1]]],
    },
  );

  it("answers with finite numbers or refuses with a RangeError, whatever the switches", () => {
    const check = (loss: string, convention: object, frame: object) => {
      const infinite = "slopeFloor" in convention && convention.slopeFloor === 0;
      try {
        const answer = JSON.stringify(run({ loss, convention, ...frame, gradient: true }));
        if (!infinite) expect(answer).not.toMatch(/NaN|Infinity/);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    };
    const ids = fc.constantFrom(...Object.keys(losses));
    fc.assert(fc.property(ids, conventions, frames, check), { numRuns: 2000, seed: 3 });
  });

  it("answers or refuses with a RangeError whatever JSON it is given", () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const fields = fc.record(
      {
        loss: fc.constantFrom("dice", 3),
        convention: anything,
        parameters: anything,
        logits: anything,
        target: anything,
        classes: anything,
      },
      { requiredKeys: [] },
    );
    const check = (json: unknown) => {
      try {
        runCase(parseCase(json, paperPresets));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    };
    fc.assert(fc.property(fc.oneof(anything, fields), check), { numRuns: 2000, seed: 3 });
  });
});

describe("npm run loss", () => {
  const script = join(root, "scripts/loss.ts");
  const cases = [
    '{"id": 7, "loss": "soft-cross-entropy", "logits": [[0, 0], [0, 0]], "target": [0, 1]}',
    "",
    '{"id": "bad", "loss": "dice", "logits": [[0, NaN], [0, 0]], "target": [0, 1]}',
    "{",
  ].join("\n");

  it("answers each line, goes on after a bad one and exits with 1", () => {
    const { status, stdout } = spawnSync(process.execPath, ["--experimental-strip-types", script], {
      input: cases,
    });
    const results = String(stdout)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(results).toHaveLength(3);
    expect(results[0]).toEqual({ line: 1, id: 7, loss: "soft-cross-entropy", value: Math.LN2 });
    expect(results[1]).toMatchObject({
      line: 3,
      id: "bad",
      error: "logits[image 0, channel 0, pixel 1]: NaN is not finite",
    });
    expect(results[2]).toMatchObject({ line: 4, error: expect.stringMatching(/^not JSON/) });
    expect(status).toBe(1);
  });

  it("exits with 0 when all is well", () => {
    const input = cases.split("\n")[0]!;
    expect(() =>
      execFileSync(process.execPath, ["--experimental-strip-types", script], { input }),
    ).not.toThrow();
  });
});

describe("public/schema/loss-case.json", () => {
  it("is what the table of switches and the records make; npm run schema writes it", () => {
    const published = JSON.parse(readFileSync(join(root, "public/schema/loss-case.json"), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(caseSchema())));
  });
});
