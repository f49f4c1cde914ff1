import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../src/experiments/record.ts";

const root = join(import.meta.dirname, "../..");
const record = parseRecord(readFileSync(join(root, "records/lab.json"), "utf8"));
const options = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning", "scripts/lab.ts"];
const lab = (...args: string[]) =>
  execFileSync(process.execPath, [...options, ...args], { cwd: root, encoding: "utf8" });

describe("npm run lab", () => {
  it("--json prints, for a row and share, the numbers of the record bit for bit, with protocol and version", () => {
    const printed = JSON.parse(lab("--seeds", "1", "--share", "0.6", "--rows", "dice", "--json"));
    expect(printed.version).toBe(record.version);
    expect(printed.plans[0]).toMatchObject({ ...record.protocol, learningRate: 0.2 });
    const kept = record.lines.find(
      (l) => l.row === "dice" && l.share === 0.6 && l.seed === 1 && l.learningRate === 0.2,
    );
    const { scores, ...line } = printed.lines[0];
    expect(line).toEqual(kept);
    expect(scores.length).toBe(3);
  });

  it("compares what it made with the record, and finds every bit of it", () => {
    expect(lab("--seeds", "1", "--share", "0.6", "--rows", "dice,focal")).toMatch(
      /2 lines compared with records\/lab\.json, 0 differ\n$/,
    );
  });

  it("--csv has one line a run under one line of names", () => {
    const lines = lab("--seeds", "1", "--share", "0.6", "--rows", "dice,tversky", "--steps", "5", "--csv")
      .trim()
      .split("\n");
    expect(lines.length).toBe(3);
    const names = lines[0]!.split(",");
    expect(names).toEqual(
      expect.arrayContaining([
        "version",
        "seed",
        "share",
        "row",
        "weights",
        "recall-1",
        "trace-error-argmax-2",
      ]),
    );
    for (const line of lines.slice(1)) expect(line.split(",").length).toBe(names.length);
  });

  it("--verdicts prints every statement with its rule", () => {
    expect(lab("--verdicts")).toMatch(
      /^(APPEARS|DOES NOT APPEAR|DEPENDS ON .*): Cross-entropy degrades hardest/,
    );
  });

  it("refuses an unknown row and a share that is none, naming what there is", () => {
    const failed = (...args: string[]) =>
      spawnSync(process.execPath, [...options, ...args], { cwd: root, encoding: "utf8" });
    const row = failed("--rows", "dicee");
    expect([row.status, row.stderr]).toEqual([
      2,
      expect.stringMatching(/dicee: give some of soft-cross-entropy, /),
    ]);
    expect(failed("--share", "x").status).toBe(2);
    const narrow = failed("--share", "0.6", "--imbalance", "geometry", "--seeds", "1", "--rows", "dice");
    expect([narrow.status, narrow.stderr]).toEqual([
      2,
      expect.stringMatching(/^background share 0.6 cannot be drawn/),
    ]);
  });
});
