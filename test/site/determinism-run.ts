import { fingerprint } from "../../src/experiments/hash.ts";
import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import type { Frame, Options } from "../../src/losses/loss.ts";
import { losses } from "../../src/losses/registry.ts";
import { loadTwin } from "../../src/losses/twin/twin.ts";
import { random } from "../../src/numerics/random.ts";

/** Settings that reach the fused kernels, the general ones, powers that are no square root, and the hinge. */
const settings: readonly { readonly classes: number; readonly options: Options }[] = [
  { classes: 3, options: {} },
  { classes: 3, options: { convention: { background: "out", labelSmoothing: 0.05, absentClass: "skip" } } },
  { classes: 1, options: {} },
];

/** A fingerprint of each loss's values and gradients over frames of easy, hard and saturated logits. */
export async function digests(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [id, loss] of Object.entries(losses)) {
    const arrays: Float64Array[] = [];
    const parameters = Object.fromEntries(
      loss.parameters.map((one) => [one.id, one.id === "gamma" ? 1.3 : one.paper]),
    );
    for (const { classes, options } of settings) {
      if (loss.scores === "errors" && options.convention?.labelSmoothing) continue;
      for (const spread of [0.5, 4, 40, 300]) {
        const { value, logits } = evaluateWithGradient(loss, frameOf(classes, spread), {
          ...options,
          parameters,
        });
        arrays.push(Float64Array.of(value), logits as Float64Array);
      }
    }
    found[id] = fingerprint(...arrays);
  }
  found["twin"] = await twinDigest();
  return found;
}

/** The WebAssembly twin of every loss that has one, in single precision. */
async function twinDigest(): Promise<string> {
  const twin = await loadTwin(3);
  const frame = frameOf(3, 4);
  const single = {
    ...frame,
    logits: Float32Array.from(frame.logits!),
    labels: Uint8Array.from(frame.labels!),
  };
  const gradients = Object.values(losses).map((loss) => {
    const out = { logits: new Float32Array(single.logits.length) };
    const { value } = evaluateWithGradient(loss, single, { twin }, out);
    return [Float64Array.of(value), out.logits];
  });
  return fingerprint(...gradients.flat());
}

function frameOf(classes: number, spread: number): Frame {
  const { normal, below } = random(classes * 1000 + spread);
  const pixels = 4000;
  const logits = Float64Array.from({ length: classes * pixels }, () => spread * normal());
  return {
    classes,
    pixels,
    logits,
    labels: Int32Array.from({ length: pixels }, () => below(Math.max(classes, 2))),
  };
}
