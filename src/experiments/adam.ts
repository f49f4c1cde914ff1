/** The state of Adam (Kingma and Ba 2015) with its usual constants; plain numbers, so that it can be stored. */
export interface AdamState {
  readonly mean: Float64Array;
  readonly square: Float64Array;
  /** 0.9 and 0.999 to the number of steps taken: products, because powers differ between engines. */
  decay: [number, number];
}

export function adamStart(size: number): AdamState {
  return { mean: new Float64Array(size), square: new Float64Array(size), decay: [1, 1] };
}

/** One step against the gradient, in place. */
export function adamStep(
  weights: Float64Array,
  gradient: Float64Array,
  state: AdamState,
  learningRate: number,
) {
  const { mean, square, decay } = state;
  decay[0] *= 0.9;
  decay[1] *= 0.999;
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i]!;
    mean[i] = 0.9 * mean[i]! + 0.1 * g;
    square[i] = 0.999 * square[i]! + 0.001 * g * g;
    weights[i]! -=
      (learningRate * mean[i]!) / (1 - decay[0]) / (Math.sqrt(square[i]! / (1 - decay[1])) + 1e-8);
  }
}
