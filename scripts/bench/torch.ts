import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Input } from "./inputs.ts";
import type { Time } from "./measure.ts";

export interface TorchRow extends Time {
  readonly library: string;
  readonly value: number;
}

/** PYTHON, or the Python of the environment that python/setup.sh makes; undefined where there is none. */
export const python = [process.env["PYTHON"], join(import.meta.dirname, "../../.cache/venv/bin/python")].find(
  (path) => path !== undefined && existsSync(path),
);

/** PyTorch on one thread, each loss by a library's own class, on the same input; undefined without Python. */
export function torchRows(
  input: Input,
  seconds: number,
  least: number,
): { torch: string; rows: Record<string, TorchRow> } | undefined {
  if (!python) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "lossmap-bench-"));
  try {
    writeFileSync(join(folder, "logits.f32"), new Uint8Array(input.logits.buffer));
    writeFileSync(join(folder, "labels.u8"), input.labels);
    const script = join(import.meta.dirname, "torch-losses.py");
    const environment = { ...process.env, OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
    const args = [script, folder, String(input.side), String(seconds), String(least)];
    const text = execFileSync(python, args, {
      encoding: "utf8",
      env: environment,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(text.trim().split("\n").at(-1)!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
