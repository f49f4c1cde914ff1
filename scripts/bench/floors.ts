import { exp } from "../../src/numerics/exp.ts";
import { classes, type Input } from "./inputs.ts";
import { measure, type Time } from "./measure.ts";

/** What this machine asks at least: passing over the same bytes once, and taking the softmax's exponentials. */
export function floors(
  { pixels, logits }: Input,
  seconds: number,
): Record<"stream" | "exps" | "Math.exp", Time> {
  const out = new Float32Array(logits.length);
  // A softmax over C classes relative to one of them takes C − 1 exponentials a pixel.
  const count = (classes - 1) * pixels;
  return {
    stream: measure(() => stream(logits, out), { seconds }),
    exps: measure(() => exps(logits, out, count), { seconds }),
    "Math.exp": measure(() => mathExps(logits, out, count), { seconds }),
  };
}

function stream(from: Float32Array, to: Float32Array) {
  for (let k = 0; k < from.length; k++) to[k] = 2 * from[k]!;
}

function exps(from: Float32Array, to: Float32Array, count: number) {
  for (let k = 0; k < count; k++) to[k] = exp(from[k]!);
}

function mathExps(from: Float32Array, to: Float32Array, count: number) {
  for (let k = 0; k < count; k++) to[k] = Math.exp(from[k]!);
}
