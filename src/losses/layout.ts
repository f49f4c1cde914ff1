import type { Frame } from "./loss.ts";
import { type Flat, flatten } from "./nested.ts";

/** A frame read from nested arrays, with the shapes to give results back in. */
export interface ShapedFrame extends Frame {
  /** The shape of logits or probabilities as given. */
  readonly scoreShape: readonly number[];
  /** The same without the channel axis. */
  readonly pixelShape: readonly number[];
}

interface Layout {
  readonly batch: number;
  readonly classes: number;
  readonly space: readonly number[];
}

/**
 * Reads `logits` or `probabilities`, `target` and `ignore`. Axes are (C, …) or (B, C, …): `batch` and `classes` decide
 * where given, then the target's shape; where both readings fit, two and three axes are without batch, four and five
 * with it.
 */
export function readFrame(fields: Readonly<Record<string, unknown>>): ShapedFrame {
  const given = (["logits", "probabilities"] as const).filter((name) => fields[name] !== undefined);
  const name = given[0];
  if (given.length !== 1 || !name) throw new RangeError("case: give exactly one of logits and probabilities");
  if (fields["target"] === undefined)
    throw new RangeError("target: missing; give class indices, one-hot or soft");
  const scores = flatten(fields[name], name);
  const target = flatten(fields["target"], "target");
  const ignore = fields["ignore"] === undefined ? undefined : flatten(fields["ignore"], "ignore");
  const layout = layoutOf(scores, target, readClasses(fields["classes"]), readBatch(fields["batch"]));
  const { batch, classes, space } = layout;
  const pixels = space.reduce((a, b) => a * b, 1);
  const channels =
    target.values.length === batch * classes * pixels && (classes > 1 || !isWhole(target.values));
  if (ignore && ignore.values.length !== batch * pixels) {
    throw new RangeError(
      `ignore: shape (${ignore.shape.join(", ")}); class indices would be ${batch * pixels} values`,
    );
  }
  return {
    ...{ batch, classes, pixels, shape: space },
    [name]: scores.values,
    ...(channels ? { target: target.values } : { labels: target.values }),
    ...(ignore ? { ignore: ignore.values } : {}),
    scoreShape: scores.shape,
    pixelShape: scores.shape.length > space.length + 1 ? [batch, ...space] : space,
  };
}

function layoutOf(
  scores: Flat,
  target: Flat,
  classes: number | undefined,
  batch: boolean | undefined,
): Layout {
  const choose = (readings: readonly (Reading | undefined)[]) => {
    const fitting = readings.filter((reading) => {
      if (!reading || (classes !== undefined && reading.classes !== classes)) return false;
      if (batch !== undefined && reading.hasBatch !== batch) return false;
      return fits(reading, scores.shape, target.shape);
    });
    const usual = fitting.find((reading) => reading?.hasBatch === scores.shape.length > 3);
    return fitting.length > 1 ? usual : fitting[0];
  };
  const found =
    choose([unbatched(scores.shape), batched(scores.shape)]) ?? choose(channelless(scores.shape, classes));
  if (found) return found;
  const asked = [
    classes === undefined ? "" : `classes ${classes}`,
    batch === undefined ? "" : `batch ${batch}`,
  ];
  throw new RangeError(
    `target: shape (${target.shape.join(", ")}) does not fit scores of shape (${scores.shape.join(", ")})` +
      `${asked.some(Boolean) ? ` with ${asked.filter(Boolean).join(" and ")}` : ""}; give class indices without the ` +
      "channel axis, or one value a channel",
  );
}

type Reading = Layout & { readonly hasBatch: boolean };

function unbatched([classes, ...space]: readonly number[]): Reading | undefined {
  return space.length > 0 ? { hasBatch: false, batch: 1, classes: classes!, space } : undefined;
}
function batched([batch, classes, ...space]: readonly number[]): Reading | undefined {
  return space.length > 0 ? { hasBatch: true, batch: batch!, classes: classes!, space } : undefined;
}
/** One class may go without a channel axis: on one axis, or where `classes` is 1 and no axis is the channel's. */
function channelless(shape: readonly number[], classes: number | undefined): Reading[] {
  if (shape.length > 1 && classes !== 1) return [];
  const [first, ...rest] = shape;
  const plain = { hasBatch: false, batch: 1, classes: 1, space: shape };
  return rest.length > 0 ? [plain, { hasBatch: true, batch: first!, classes: 1, space: rest }] : [plain];
}

function fits(
  { hasBatch, batch, classes, space }: Reading,
  scores: readonly number[],
  target: readonly number[],
) {
  const indices = hasBatch ? [batch, ...space] : space;
  return (
    same(target, scores) || same(target, indices) || (classes === 1 && same(target, [batch, 1, ...space]))
  );
}

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((n, i) => n === b[i]);
const isWhole = (values: Float64Array) =>
  values.every((value) => Number.isInteger(value) || Number.isNaN(value));

function readClasses(given: unknown): number | undefined {
  if (given === undefined || (Number.isInteger(given) && (given as number) > 0))
    return given as number | undefined;
  throw new RangeError(`classes: ${JSON.stringify(given)} is no positive integer`);
}

function readBatch(given: unknown): boolean | undefined {
  if (given === undefined || typeof given === "boolean") return given;
  throw new RangeError(`batch: ${JSON.stringify(given)}; give true or false`);
}
