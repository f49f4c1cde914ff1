import type { Convention } from "./convention.ts";
import type { Twin } from "./twin/twin.ts";

/** Where an equation stands and how it was seen: in the paper itself, in its authors' code, or in a secondary text. */
export interface Source {
  /** BibTeX key. */
  readonly key: string;
  readonly where: string;
  readonly seen: "paper" | "code" | "secondary";
}

/** A symbol of an equation, marked `\sym{id}{tex}` wherever it stands there, and what it means in words. */
export interface Symbol {
  readonly id: string;
  readonly tex: string;
  readonly meaning: string;
  /** The parameter that this symbol is, where it is one. */
  readonly parameter?: string;
}

export interface Parameter<Id extends string = string> {
  readonly id: Id;
  readonly tex: string;
  /** What a larger value does, in words: papers swap letters. */
  readonly meaning: string;
  readonly range: readonly [number, number];
  readonly step: number;
  /** The value when none is given. */
  readonly initial: number;
  /** The value that the paper uses or recommends. */
  readonly paper: number;
}

export type Parameters<Id extends string = string> = Readonly<Record<Id, number>>;

/** What all seven records say of themselves. */
interface Described<Id extends string> {
  readonly id: string;
  readonly title: string;
  readonly source: Source;
  /** The paper's own form. */
  readonly printed: { readonly tex: string; readonly note?: string };
  /** The site's form. */
  readonly tex: string;
  readonly symbols: readonly Symbol[];
  /** Symbols that stand only in the paper's form or in the formulas of the loss's page. */
  readonly further: readonly Symbol[];
  readonly parameters: readonly Parameter<Id>[];
}

/**
 * A sum over pixels of a function of the true class's probability, given by its logarithm and by what it lacks to 1,
 * because both lose their digits when one is computed from the other.
 */
export interface PixelLoss<Id extends string = string> extends Described<Id> {
  readonly scores: "pixels";
  /** The term of one pixel: `logP` ≤ 0 is log p, `q` is 1 − p. */
  value(logP: number, q: number, parameters: Parameters<Id>): number;
  /** d value / d log p. */
  slope(logP: number, q: number, parameters: Parameters<Id>): number;
  /** n where the value is −qⁿ·log p, as the faster kernels need to know. */
  power?(parameters: Parameters<Id>): number;
  /** A factor for terms of the foreground and one for terms of the background; both 1 where the record has none. */
  balance?(parameters: Parameters<Id>): { readonly positive: number; readonly negative: number };
}

/** Soft counts of one class: TP = Σ p·g, FP = Σ p·(1−g), FN = Σ (1−p)·g; in pixels. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/**
 * A function of soft counts: a score that is a ratio, numerator and denominator linear in the counts, one a class.
 * Smoothing, absent classes, means and what is returned (1 − score, …) are the convention's, not the record's.
 */
export interface OverlapLoss<Id extends string = string> extends Described<Id> {
  readonly scores: "overlap";
  /** The weights of TP, FP and FN above and below the line; being linear, they are the slopes as well. */
  ratio(parameters: Parameters<Id>): { readonly numerator: Counts; readonly denominator: Counts };
  /** The weight of a class of `volume` true pixels; where given, classes are added before the one division. */
  weight?(volume: number, convention: Convention): number;
  /** What is made of a class's loss u = 1 − score ≥ 0, and its slope; the identity where left out. */
  shape?(parameters: Parameters<Id>, convention: Convention): Shape;
}

export interface Shape {
  value(u: number): number;
  slope(u: number): number;
}

/** The Lovász extension of a set function: errors sorted in decreasing order, each weighted by what it adds. */
export interface ErrorLoss<Id extends string = string> extends Described<Id> {
  readonly scores: "errors";
  /** The set function at `missed` pixels of the class and `stray` pixels outside it, of `volume` true pixels. */
  ofSet(missed: number, stray: number, volume: number): number;
  /** What one more missed pixel adds to it; in closed form, because the difference loses digits. */
  ofMiss(missed: number, stray: number, volume: number): number;
  /** What one more stray pixel adds to it. */
  ofStray(missed: number, stray: number, volume: number): number;
}

export type Loss<Id extends string = string> = PixelLoss<Id> | OverlapLoss<Id> | ErrorLoss<Id>;

/**
 * What a loss is evaluated on: `batch` images of `classes` channels of `pixels` pixels, channel-first (B, C, N).
 * Exactly one of `logits` (finite) and `probabilities` (in 0..1), B·C·N values;
 * exactly one of `labels` (class indices, B·N values) and `target` (one-hot, multi-label or soft, B·C·N values in 0..1).
 * With one channel a label is 0 (background) or 1 (foreground). Anything else is a RangeError that names the place.
 */
export interface Frame {
  /** 1 where left out. */
  readonly batch?: number;
  readonly classes: number;
  readonly pixels: number;
  /** The image's own axes, whose product is `pixels`, [height, width] or [depth, height, width]; for messages only. */
  readonly shape?: readonly number[];
  readonly logits?: Numbers;
  readonly probabilities?: Numbers;
  readonly labels?: ArrayLike<number>;
  readonly target?: Numbers;
  /** 1 where a pixel is ignored, B·N values; besides the convention's `ignoreIndex`. */
  readonly ignore?: ArrayLike<number>;
}

export type Numbers = Float64Array | Float32Array;

/** What may be left out: parameters keep their `initial` value, switches their default in `switches`. */
export interface Options<Id extends string = string> {
  readonly parameters?: Partial<Parameters<Id>>;
  readonly convention?: Partial<Convention>;
  /**
   * For Lovász on plain frames: so many buckets instead of a sort, within 1/buckets below the exact value; other
   * frames are sorted all the same. Exact where left out.
   */
  readonly buckets?: number;
  /** WebAssembly in single precision for the frames that it takes, see twin/twin.ts; the others run as without it. */
  readonly twin?: Twin;
}

/** Arrays of B·C·N that the caller owns and the gradient is written to; either or both. */
export interface Buffers {
  logits?: Numbers;
  probabilities?: Numbers;
}

export interface Gradient extends Buffers {
  value: number;
}
