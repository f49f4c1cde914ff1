import { type Activated, activate } from "./activation.ts";
import { toLogits, toProbabilities } from "./backward.ts";
import { type Convention, parseConvention } from "./convention.ts";
import { type Checked, checkFrame } from "./frame.ts";
import { fused } from "./fused/fused.ts";
import type {
  Buffers,
  Counts,
  Frame,
  Gradient,
  Loss,
  Numbers,
  Options,
  OverlapLoss,
  Parameters,
} from "./loss.ts";
import { runErrors } from "./lovasz-kernel.ts";
import { combine } from "./overlap.ts";
import { runOverlap } from "./overlap-kernel.ts";
import { runPixels } from "./pixel-kernel.ts";
import type { Outcome } from "./reduction.ts";

/** The value of a loss on a frame. With `reduction` or `classReduction` "none" there is no one value: use `evaluateEach`. */
export function evaluate<Id extends string>(loss: Loss<Id>, frame: Frame, options: Options<Id> = {}): number {
  const out = new Float64Array(frame.logits?.length ?? 0);
  const settled = settle(loss, options);
  return quick(loss, frame, settled, options, out) ?? oneValue(run(loss, frame, settled).outcome);
}

/** The values that `reduction` or `classReduction` "none" leave, in the order of images, classes, pixels. */
export function evaluateEach<Id extends string>(
  loss: Loss<Id>,
  frame: Frame,
  options: Options<Id> = {},
): Float64Array {
  const { value, list } = run(loss, frame, settle(loss, options)).outcome;
  return list ?? Float64Array.of(value);
}

/**
 * The value and its gradient, written to the buffers that are given, or to a new array for whichever of logits and
 * probabilities the frame holds. Where values are listed, the gradient is that of their sum and the value that sum.
 */
export function evaluateWithGradient<Id extends string>(
  loss: Loss<Id>,
  frame: Frame,
  options: Options<Id> = {},
  buffers: Buffers = frame.logits
    ? { logits: new Float64Array(frame.logits.length) }
    : { probabilities: new Float64Array(frame.probabilities?.length ?? 0) },
): Gradient {
  const settled = settle(loss, options);
  if (buffers.logits) {
    const value = quick(loss, frame, settled, options, buffers.logits, buffers.probabilities);
    if (value !== undefined) return { value, ...buffers };
  }
  const { outcome, checked, activated, convention } = run(loss, frame, settled);
  if (buffers.logits) toLogits(checked, activated, outcome, buffers.logits);
  if (buffers.probabilities) toProbabilities(checked, activated, outcome, convention, buffers.probabilities);
  const value = outcome.list ? outcome.list.reduce((a, b) => a + b, 0) : outcome.value;
  return { value, ...buffers };
}

/** The options of a call, checked and over the defaults. */
interface Settled {
  readonly convention: Convention;
  readonly parameters: Parameters;
}

function settle(loss: Loss, options: Options): Settled {
  return { parameters: parametersOf(loss, options.parameters), convention: conventionOf(loss, options) };
}

function quick(
  loss: Loss,
  frame: Frame,
  { parameters, convention }: Settled,
  { buckets, twin }: Options,
  out: Numbers,
  toP?: Numbers,
): number | undefined {
  return fused(loss, parameters, frame, convention, out, { toP, buckets, twin });
}

interface Run {
  readonly outcome: Outcome;
  readonly checked: Checked;
  readonly activated: Activated;
  readonly convention: Convention;
}

function run(loss: Loss, frame: Frame, { parameters, convention }: Settled): Run {
  const checked = checkFrame(frame, convention);
  const seen =
    convention.ignored === "numerator-only"
      ? { ...checked, ignored: nothingIgnored(checked, convention) }
      : checked;
  const activated = activate(seen, convention);
  const smoothed = smooth(seen, convention.labelSmoothing);
  const outcome =
    loss.scores === "pixels"
      ? runPixels(loss, parameters, seen, activated, smoothed, convention)
      : loss.scores === "overlap"
        ? runOverlap(loss, parameters, seen, activated, smoothed, convention)
        : runErrors(loss, { ...seen, g: smoothed }, activated, convention);
  return { outcome, checked: seen, activated, convention };
}

/** The settings over the defaults, with `auto` made definite for the loss. */
export function conventionOf(loss: Loss, { convention }: Options): Convention {
  const settings = parseConvention(convention ?? {});
  if (settings.classReduction !== "auto") return settings;
  return { ...settings, classReduction: loss.id === "focal-tversky" ? "sum" : "mean" };
}

/** The parameters over their initial values; an unknown name or a value that is no number is a RangeError. */
export function parametersOf(loss: Loss, given: Readonly<Partial<Record<string, number>>> = {}): Parameters {
  const known = loss.parameters.map(({ id }) => id as string);
  for (const [id, value] of Object.entries(given)) {
    if (!known.includes(id)) {
      const remedy = known.length ? `its parameters are ${known.join(", ")}` : "it has none";
      throw new RangeError(`parameters.${id}: no parameter of ${loss.id}; ${remedy}`);
    }
    if (!(typeof value === "number" && value >= 0 && Number.isFinite(value))) {
      throw new RangeError(`parameters.${id}: ${value} is no finite number from 0 up`);
    }
  }
  return Object.fromEntries(loss.parameters.map(({ id, initial }) => [id, given[id] ?? initial]));
}

/** A pixel of no class is one whose targets are all 0; it is not ignored. */
function nothingIgnored(
  { g, ignored, batch, classes, pixels }: Checked,
  { ignored: rule }: Convention,
): Uint8Array {
  if (rule !== "numerator-only") return ignored;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      if (ignored[b * pixels + i]) for (let c = 0; c < classes; c++) g[(b * classes + c) * pixels + i] = 0;
    }
  }
  return new Uint8Array(ignored.length);
}

function smooth({ g, classes, exclusive }: Checked, epsilon: number): Float64Array {
  if (epsilon === 0) return g;
  const added = epsilon / (exclusive ? classes : 2);
  return g.map((value) => (1 - epsilon) * value + added);
}

function oneValue({ value, list }: Outcome): number {
  if (!list) return value;
  if (list.length === 1) return list[0]!;
  throw new RangeError(`convention.reduction: none leaves ${list.length} values; use evaluateEach`);
}

/** The value of an overlap loss from soft counts alone, one entry a class, and its slopes to them. */
export function evaluateCounts<Id extends string>(
  loss: OverlapLoss<Id>,
  counts: readonly Counts[],
  options: Options<Id> = {},
): { value: number; slopes: readonly Counts[] } {
  const convention = conventionOf(loss, options);
  const classes = counts.map((count, channel) => ({ ...count, volume: count.tp + count.fn, channel }));
  const volumes = classes.map(({ volume }) => volume);
  const { values, slopes } = combine(
    loss,
    parametersOf(loss, options.parameters),
    classes,
    volumes,
    convention,
  );
  return { value: values.reduce((a, b) => a + b, 0), slopes };
}
