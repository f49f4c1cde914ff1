import { defaultDevice, init, numpy as np, valueAndGrad } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { jaxLosses } from "../../scripts/bench/jax-losses.ts";
import { evaluateWithGradient } from "../../src/losses/kernel.ts";
import { losses } from "../../src/losses/registry.ts";
import { onehot, randomFrame } from "./frames.ts";

/** jax-js differentiates the value alone, so it shares nothing with the slopes written here. */
describe.each(Object.keys(jaxLosses))("jax-js and the engine on %s", (id) => {
  beforeAll(async () => {
    await init();
    defaultDevice("wasm");
  });

  it.each([1, 2, 3])("agree in value and gradient, frame %d", (seed) => {
    const frame = randomFrame({ seed, classes: 3, pixels: 60, batch: 1 });
    const shaped = (values: Float64Array) =>
      np.array(values as Float64Array<ArrayBuffer>, { shape: [3, 60], dtype: np.float64 });
    const truth = shaped(onehot(frame));
    const [value, gradient] = valueAndGrad((z: np.Array) => jaxLosses[id]!(z, truth.ref))(
      shaped(frame.logits),
    );
    const own = evaluateWithGradient(losses[id]!, frame);
    expect(Math.abs(value.item() - own.value)).toBeLessThan(1e-6);
    const theirs = (gradient.js() as number[][]).flat();
    const scale = Math.max(...theirs.map(Math.abs));
    theirs.forEach((slope, k) => {
      expect(Math.abs(slope - own.logits![k]!) / scale).toBeLessThan(1e-5);
    });
  });
});
