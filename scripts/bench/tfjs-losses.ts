import { createRequire } from "node:module";
import { join } from "node:path";
import type * as core from "@tensorflow/tfjs-core";
import { build } from "esbuild";

export type Tensorflow = typeof core & { setWasmPaths(folder: string): void };
type Scores = core.Tensor2D;

const root = join(import.meta.dirname, "../..");
const bundle = join(root, ".cache/tfjs.cjs");

/** TensorFlow.js with its gradients and its WebAssembly backend. Node cannot import the gradients unbundled. */
export async function startTfjs(): Promise<Tensorflow> {
  const contents = `
    import "@tensorflow/tfjs-core/dist/register_all_gradients";
    export * from "@tensorflow/tfjs-core";
    export { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";`;
  await build({
    stdin: { contents, resolveDir: root },
    ...{ bundle: true, platform: "node", format: "cjs", mainFields: ["module", "main"], outfile: bundle },
  });
  const tf = createRequire(import.meta.url)(bundle) as Tensorflow;
  tf.setWasmPaths(join(root, "node_modules/@tensorflow/tfjs-backend-wasm/dist/"));
  await tf.setBackend("wasm");
  await tf.ready();
  return tf;
}

/**
 * The losses in TensorFlow.js, as its users would write them: logits and one-hot targets of shape (pixels, classes),
 * default parameters. Lovász is missing: its gradient would have to pass through a sort, which tfjs has not.
 */
export function tfjsLosses(tf: Tensorflow): Readonly<Record<string, (z: Scores, y: Scores) => core.Tensor>> {
  const counts = (z: Scores, y: Scores) => {
    const p = tf.softmax(z);
    const tp = tf.sum(tf.mul(p, y), 0);
    return { tp, fp: tf.sub(tf.sum(p, 0), tp), fn: tf.sub(tf.sum(y, 0), tp) };
  };
  const overlap = (z: Scores, y: Scores) => {
    const { tp, fp, fn } = counts(z, y);
    return tf.div(tp, tf.add(tp, tf.mul(0.5, tf.add(fp, fn))));
  };
  return {
    "soft-cross-entropy": (z, y) => tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(z), y), 1))),
    focal(z, y) {
      const logP = tf.sum(tf.mul(tf.logSoftmax(z), y), 1);
      return tf.neg(tf.mean(tf.mul(tf.square(tf.sub(1, tf.exp(logP))), logP)));
    },
    dice: (z, y) => tf.mean(tf.sub(1, overlap(z, y))),
    tversky: (z, y) => tf.mean(tf.sub(1, overlap(z, y))),
    "focal-tversky": (z, y) => tf.sum(tf.pow(tf.sub(1, overlap(z, y)), 0.75)),
    "generalised-dice"(z, y) {
      const { tp, fp, fn } = counts(z, y);
      const weight = tf.reciprocal(tf.square(tf.sum(y, 0)));
      const above = tf.sum(tf.mul(weight, tp));
      return tf.sub(1, tf.div(above, tf.sum(tf.mul(weight, tf.add(tp, tf.mul(0.5, tf.add(fp, fn)))))));
    },
  };
}

/** Value and gradient of a loss on tensors that are already there; both are brought back as typed arrays. */
export function tfjsRun(
  tf: Tensorflow,
  id: string,
  logits: Float32Array,
  target: Float32Array,
  classes: number,
) {
  const loss = tfjsLosses(tf)[id];
  if (!loss) return undefined;
  const shape: [number, number] = [logits.length / classes, classes];
  const z = tf.tensor2d(logits, shape);
  const y = tf.tensor2d(target, shape);
  const both = tf.valueAndGrad((x: core.Tensor) => loss(x as Scores, y));
  const run = () =>
    tf.tidy(() => {
      const { value, grad } = both(z);
      grad.dataSync();
      return value.dataSync()[0]!;
    });
  return { run, free: () => tf.dispose([z, y]) };
}
