import type { Convention } from "../convention.ts";
import type { Frame, Loss, Numbers } from "../loss.ts";

/** A frame that the fused kernels take: logits of exclusive classes against labels, nothing ignored or weighted. */
export interface Plain {
  readonly batch: number;
  readonly classes: number;
  readonly pixels: number;
  readonly logits: Numbers;
  readonly labels: ArrayLike<number>;
}

/** The plain frame, or undefined where the general kernels are needed. They are the definition; these only hurry. */
export function plainOf(loss: Loss, frame: Frame, convention: Convention): Plain | undefined {
  const { batch = 1, classes, pixels, logits, labels } = frame;
  if (!logits || !labels || frame.probabilities || frame.target || frame.ignore) return undefined;
  if (!(classes >= 2) || logits.length !== batch * classes * pixels || labels.length !== batch * pixels)
    return undefined;
  if (frame.shape && frame.shape.reduce((a, b) => a * b, 1) !== pixels) return undefined;
  const plain =
    (convention.activation === "auto" || convention.activation === "softmax") &&
    convention.background !== "out-before-activation" &&
    convention.classes === "all" &&
    convention.ignoreIndex === "none" &&
    convention.classWeights === "none" &&
    convention.labelSmoothing === 0 &&
    convention.over === "batch" &&
    convention.reduction === "mean" &&
    convention.classReduction !== "none" &&
    fits(loss, convention);
  return plain ? { batch, classes, pixels, logits, labels } : undefined;
}

function fits(loss: Loss, convention: Convention): boolean {
  if (loss.scores === "overlap")
    return convention.denominator === "linear" && convention.intersection === "product";
  if (loss.scores === "errors")
    return convention.surrogate === "softmax" && convention.classReduction !== "pooled";
  const { divideBy, background } = convention;
  return background === "in" && (divideBy === "weights" || divideBy === "terms" || divideBy === "pixels");
}
