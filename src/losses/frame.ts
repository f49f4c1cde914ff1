import type { Convention } from "./convention.ts";
import type { Frame, Numbers } from "./loss.ts";

/** A frame whose shapes and values were checked, its targets spread over the channels. */
export interface Checked {
  readonly batch: number;
  readonly classes: number;
  readonly pixels: number;
  /** Whether classes exclude each other, as behind a softmax. */
  readonly exclusive: boolean;
  /** The first channel that the activation sees. */
  readonly first: number;
  /** The channels that the loss is made of. */
  readonly counted: readonly number[];
  /** Targets in 0..1, (B, C, N); all 0 at a pixel of no class. */
  readonly g: Float64Array;
  /** 1 where a pixel is ignored, (B, N). */
  readonly ignored: Uint8Array;
  readonly scores: Numbers;
  readonly link: "softmax" | "sigmoid" | "none";
}

/** Checks everything that a caller can get wrong; the RangeError names the array, image, channel and pixel. */
export function checkFrame(frame: Frame, convention: Convention): Checked {
  const { batch = 1, classes, pixels } = frame;
  for (const [axis, size] of Object.entries({ batch, classes, pixels })) {
    if (!(Number.isInteger(size) && size > 0))
      throw new RangeError(`frame.${axis}: ${size} is no positive integer`);
  }
  const { shape } = frame;
  if (shape && shape.reduce((a, b) => a * b, 1) !== pixels) {
    throw new RangeError(`frame.shape: [${shape.join(", ")}] does not multiply to ${pixels} pixels`);
  }
  const name = only(frame, ["logits", "probabilities"]);
  only(frame, ["labels", "target"]);
  const scores = frame[name]!;
  const size = batch * classes * pixels;
  if (scores.length !== size) {
    throw new RangeError(`${name}: ${scores.length} values; ${batch} × ${classes} × ${pixels} are ${size}`);
  }
  const { link, exclusive } = linkOf(name, classes, convention);
  const asProbabilities = name === "probabilities" || convention.activation === "none";
  for (let k = 0; k < size; k++) {
    const score = scores[k]!;
    if (!(asProbabilities ? score >= 0 && score <= 1 : score - score === 0)) {
      const wrong = asProbabilities ? "is no probability in 0..1" : "is not finite";
      throw new RangeError(`${name}[${placeOf(frame, k)}]: ${score} ${wrong}`);
    }
  }
  const ignored = new Uint8Array(batch * pixels);
  const g = new Float64Array(size);
  if (frame.ignore) fillIgnored(frame, ignored);
  if (frame.labels) spreadLabels(frame, convention, g, ignored);
  else copyTarget(frame, g);
  const first = convention.background === "out-before-activation" && classes > 1 ? 1 : 0;
  return {
    ...{ batch, classes, pixels, exclusive, first, g, ignored, scores, link },
    counted: countedOf(classes, convention),
  };
}

function only<Name extends keyof Frame>(frame: Frame, names: readonly [Name, Name]): Name {
  const given = names.filter((name) => frame[name] !== undefined);
  if (given.length === 1) return given[0]!;
  throw new RangeError(`frame: give exactly one of ${names.join(" and ")}; ${given.length} were given`);
}

function linkOf(name: string, classes: number, { activation }: Convention) {
  if (activation === "softmax" && classes === 1 && name === "logits") {
    throw new RangeError(
      "convention.activation: softmax over one channel is always 1; use sigmoid or two channels",
    );
  }
  const exclusive = activation === "softmax" || (activation !== "sigmoid" && classes > 1);
  const link = name === "probabilities" || activation === "none" ? "none" : exclusive ? "softmax" : "sigmoid";
  return { exclusive: exclusive && classes > 1, link } as const;
}

/** The channels of the loss; a class of the list that is no channel is an error. */
export function countedOf(classes: number, convention: Convention): number[] {
  const all = Array.from({ length: classes }, (_, c) => c);
  const outside = convention.classes === "all" ? undefined : convention.classes.find((c) => c >= classes);
  if (outside !== undefined)
    throw new RangeError(`convention.classes: ${outside} is no channel of ${classes}`);
  const listed = convention.classes === "all" ? all : [...convention.classes];
  const counted = convention.background === "in" || classes === 1 ? listed : listed.filter((c) => c > 0);
  if (counted.length === 0)
    throw new RangeError("convention.classes: no channel is left once the background is out");
  const { classWeights } = convention;
  if (classWeights !== "none" && classWeights.length !== classes) {
    throw new RangeError(`convention.classWeights: ${classWeights.length} weights for ${classes} channels`);
  }
  return counted;
}

function fillIgnored(frame: Frame, ignored: Uint8Array) {
  const { ignore } = frame;
  if (ignore!.length !== ignored.length) {
    throw new RangeError(`ignore: ${ignore!.length} values for ${ignored.length} pixels`);
  }
  for (let i = 0; i < ignored.length; i++) ignored[i] = ignore![i] ? 1 : 0;
}

function spreadLabels(frame: Frame, { ignoreIndex }: Convention, g: Float64Array, ignored: Uint8Array) {
  const { classes, pixels } = frame;
  const labels = frame.labels!;
  if (labels.length !== ignored.length) {
    throw new RangeError(`labels: ${labels.length} values for ${ignored.length} pixels`);
  }
  const top = classes === 1 ? 1 : classes - 1;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === ignoreIndex) ignored[i] = 1;
    if (ignored[i]) continue;
    if (!(Number.isInteger(label) && label >= 0 && label <= top)) {
      throw new RangeError(
        `label of ${placeOf({ ...frame, classes: 1 }, i, false)}: ${label} is no class in 0..${top}`,
      );
    }
    const image = Math.floor(i / pixels);
    if (classes === 1) g[i] = label;
    else g[(image * classes + label) * pixels + (i - image * pixels)] = 1;
  }
}

function copyTarget(frame: Frame, g: Float64Array) {
  const target = frame.target!;
  if (target.length !== g.length)
    throw new RangeError(`target: ${target.length} values; ${g.length} are needed`);
  for (let k = 0; k < g.length; k++) {
    const value = target[k]!;
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`target[${placeOf(frame, k)}]: ${value} is not in 0..1`);
    g[k] = value;
  }
}

/** "image 0, channel 2, pixel 17", with the pixel's own axes where the frame has a shape. */
export function placeOf(
  frame: Pick<Frame, "classes" | "pixels" | "shape">,
  k: number,
  channels = true,
): string {
  const { classes, pixels, shape } = frame;
  let rest = k % pixels;
  const plane = (k - rest) / pixels;
  const image = Math.floor(plane / classes);
  const axes: number[] = [];
  for (const length of (shape ?? [pixels]).toReversed()) {
    axes.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  const pixel = axes.length === 1 ? axes[0] : `(${axes.join(", ")})`;
  return `image ${image}, ${channels ? `channel ${plane % classes}, ` : ""}pixel ${pixel}`;
}
