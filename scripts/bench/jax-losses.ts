import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";

type Array = np.Array;

/**
 * The losses in jax-js, as its users would write them: logits and one-hot targets of shape (classes, pixels), default
 * parameters. They are a peer to be timed against and an autodiff to be checked against. An operand used again is
 * passed as `.ref`, since jax-js frees what it consumes.
 */
export const jaxLosses: Readonly<Record<string, (z: Array, y: Array) => Array>> = {
  "soft-cross-entropy": (z, y) => nn.logSoftmax(z, 0).mul(y).sum(0).mean().neg(),
  focal(z, y) {
    const logP = nn.logSoftmax(z, 0).mul(y).sum(0);
    const q = np.subtract(1, np.exp(logP.ref));
    return np.square(q).mul(logP).mean().neg();
  },
  dice: (z, y) => np.subtract(1, overlap(z, y, 0.5, 0.5)).mean(),
  tversky: (z, y) => np.subtract(1, overlap(z, y, 0.5, 0.5)).mean(),
  "focal-tversky": (z, y) => np.power(np.subtract(1, overlap(z, y, 0.5, 0.5)), 0.75).sum(),
  "generalised-dice"(z, y) {
    const { tp, fp, fn } = counts(z, y.ref);
    const weight = np.reciprocal(np.square(y.sum(1)));
    const above = weight.ref.mul(tp.ref).sum();
    const below = weight.mul(tp.add(fp.add(fn).mul(0.5))).sum();
    return np.subtract(1, above.div(below));
  },
  "lovasz-softmax"(z, y) {
    const errors = np.absolute(y.ref.sub(nn.softmax(z, 0)));
    const order = np.argsort(errors.ref.neg(), 1);
    const truth = np.takeAlongAxis(y, order.ref, 1);
    const sorted = np.takeAlongAxis(errors, order, 1);
    const volume = truth.ref.sum(1, { keepdims: true });
    const inside = np.cumsum(truth.ref, 1);
    const outside = np.cumsum(np.subtract(1, truth), 1);
    const jaccard = np.subtract(1, volume.ref.sub(inside).div(volume.add(outside)));
    const before = np
      .pad(jaccard.ref, [
        [0, 0],
        [1, 0],
      ])
      .slice([], [0, -1]);
    return sorted.mul(jaccard.sub(before)).sum(1).mean();
  },
};

function counts(z: Array, y: Array): { tp: Array; fp: Array; fn: Array } {
  const p = nn.softmax(z, 0);
  const tp = p.ref.mul(y.ref).sum(1);
  return { tp: tp.ref, fp: p.sum(1).sub(tp.ref), fn: y.sum(1).sub(tp) };
}

function overlap(z: Array, y: Array, falsePositive: number, falseNegative: number): Array {
  const { tp, fp, fn } = counts(z, y);
  return tp.ref.div(tp.add(fp.mul(falsePositive)).add(fn.mul(falseNegative)));
}

/** Value and gradient of a loss, compiled, on arrays that are already there; both are brought back as typed arrays. */
export async function jaxRun(
  id: string,
  logits: Float32Array<ArrayBuffer>,
  target: Float32Array<ArrayBuffer>,
  classes: number,
) {
  await init();
  defaultDevice("wasm");
  const shape = [classes, logits.length / classes];
  const z = np.array(logits, { shape });
  const y = np.array(target, { shape });
  const both = jit((scores: Array, truth: Array) =>
    valueAndGrad((x: Array) => jaxLosses[id]!(x, truth))(scores),
  );
  const run = () => {
    const [value, gradient] = both(z.ref, y.ref);
    gradient.dataSync();
    return value.dataSync()[0]!;
  };
  const free = () => {
    z.dispose();
    y.dispose();
    both.dispose();
  };
  return { run, free };
}
