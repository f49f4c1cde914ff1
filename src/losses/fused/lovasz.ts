import { type SortScratch, sortDecreasing, sortScratch } from "../../numerics/radix-sort.ts";
import type { Convention } from "../convention.ts";
import { countedOf } from "../frame.ts";
import type { ErrorLoss, Numbers } from "../loss.ts";
import { classShares } from "../reduction.ts";
import type { Plain } from "./plain.ts";
import { softmaxInto } from "./softmax.ts";

/** Room for the errors of one class, where they came from, and the slopes to p of all; kept with the caller's buffer. */
export interface Room {
  readonly p: Float64Array;
  readonly slopes: Float64Array;
  readonly errors: Float64Array;
  readonly pixel: Uint32Array;
  readonly sort: SortScratch;
}

const rooms = new WeakMap<Numbers, Room>();

function roomOf(out: Numbers, pixels: number): Room {
  const known = rooms.get(out);
  if (known && known.errors.length === pixels) return known;
  const room = {
    p: new Float64Array(out.length),
    slopes: new Float64Array(out.length),
    errors: new Float64Array(pixels),
    pixel: new Uint32Array(pixels),
    sort: sortScratch(pixels),
  };
  rooms.set(out, room);
  return room;
}

/** Value and gradient of a loss over sorted errors, exact; NaN where a logit is not finite or a label is no class. */
export function fusedErrors(loss: ErrorLoss, frame: Plain, convention: Convention, out: Numbers): number {
  const { batch, classes, pixels, labels } = frame;
  const room = roomOf(out, batch * pixels);
  if (!softmaxInto(frame, room.p)) return Number.NaN;
  const volumes = new Float64Array(classes);
  for (let i = 0; i < labels.length; i++) volumes[labels[i]!]! += 1;
  const channels = countedOf(classes, convention);
  const used = channels.filter((c) => volumes[c]! > 0 || convention.absentClass !== "skip");
  const shares = classShares(
    used.map(() => 1),
    convention,
    convention.classReduction !== "sum",
  );
  room.slopes.fill(0);
  let value = 0;
  used.forEach((c, n) => {
    if (volumes[c] === 0 && convention.absentClass !== "formula") {
      value += convention.absentClass === "one" ? shares[n]! : 0;
      return;
    }
    const count = collect(frame, c, room);
    value += shares[n]! * extend(loss, frame, c, volumes[c]!, count, shares[n]!, room);
  });
  lead(frame, room, out);
  return value;
}

/**
 * The errors of class c that can carry weight, in the order of the pixels. Once every pixel of the class has had its
 * turn a stray adds nothing, so strays below the class's least error are left out, unsorted.
 */
function collect({ batch, classes, pixels, labels }: Plain, c: number, { p, errors, pixel }: Room): number {
  let least = Number.POSITIVE_INFINITY;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      if (labels[b * pixels + i] !== c) continue;
      least = Math.min(least, lack(p, classes, pixels, b * classes * pixels + i, c));
    }
  }
  if (least === Number.POSITIVE_INFINITY) least = 0;
  let count = 0;
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const at = b * classes * pixels + i;
      const error = labels[b * pixels + i] === c ? lack(p, classes, pixels, at, c) : p[at + c * pixels]!;
      if (error < least) continue;
      errors[count] = error;
      pixel[count++] = b * pixels + i;
    }
  }
  return count;
}

/** What p of class c lacks to 1, from the others, which keeps its digits. */
function lack(p: Float64Array, classes: number, pixels: number, at: number, c: number): number {
  let others = 0;
  for (let d = 0; d < classes; d++) if (d !== c) others += p[at + d * pixels]!;
  return others;
}

function extend(
  loss: ErrorLoss,
  { classes, pixels, labels }: Plain,
  c: number,
  volume: number,
  count: number,
  share: number,
  { errors, pixel, slopes, sort }: Room,
): number {
  const order = sortDecreasing(errors, count, sort);
  let [missed, stray, sum] = [0, 0, 0];
  for (let n = 0; n < count; n++) {
    const index = order[n]!;
    const i = pixel[index]!;
    const on = labels[i] === c;
    const weight = on ? loss.ofMiss(missed, stray, volume) : loss.ofStray(missed, stray, volume);
    if (on) missed += 1;
    else stray += 1;
    sum += weight * errors[index]!;
    const image = Math.floor(i / pixels);
    slopes[i + (image * (classes - 1) + c) * pixels] = on ? -share * weight : share * weight;
  }
  return sum;
}

/** From slopes to p to slopes to the logits; the true class takes the negative sum of the others. */
function lead({ batch, classes, pixels, labels }: Plain, { p, slopes }: Room, out: Numbers) {
  for (let b = 0; b < batch; b++) {
    for (let i = 0; i < pixels; i++) {
      const truth = labels[b * pixels + i]!;
      const at = b * classes * pixels + i;
      let mean = 0;
      for (let c = 0; c < classes; c++) mean += p[at + c * pixels]! * slopes[at + c * pixels]!;
      let others = 0;
      for (let c = 0; c < classes; c++) {
        if (c === truth) continue;
        const slope = p[at + c * pixels]! * (slopes[at + c * pixels]! - mean);
        out[at + c * pixels] = slope;
        others += slope;
      }
      out[at + truth * pixels] = -others;
    }
  }
}
