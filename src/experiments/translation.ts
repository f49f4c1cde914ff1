import { type Convention, defaults } from "../losses/convention.ts";
import { conventionOf, evaluate, parametersOf } from "../losses/kernel.ts";
import type { Frame } from "../losses/loss.ts";
import type { Preset } from "../losses/presets.ts";
import { lossOf } from "../losses/registry.ts";
import { switches } from "../losses/switches.ts";

/** Two settings of one loss; what either is called is the caller's. */
export type Setting = Pick<Preset, "loss" | "convention" | "parameters">;

/** A switch or a parameter that the two settings have differently. */
export interface Difference {
  /** A switch's id, or a parameter's. */
  readonly id: string;
  readonly paper: unknown;
  readonly library: unknown;
}

/** Both sides on one frame. */
export interface Sides {
  /** The value of each side; undefined where its formula has none on this frame, and then `fault` says why. */
  readonly paper: number | undefined;
  readonly library: number | undefined;
  readonly fault: string | undefined;
  /** Digits to which the values agree, at most 15; 0 where they do not. */
  readonly digits: number;
  readonly differences: readonly Difference[];
}

/** Values that agree to this are called equal: single precision and a library's small smoothing stay below it. */
const equal = 1e-6;

/** A paper's setting and a library's on one frame. */
export function sidesOf(paper: Setting, library: Setting, frame: Frame): Sides {
  const goal = evaluated(paper, frame);
  const start = evaluated(library, frame);
  return {
    paper: goal.value,
    library: start.value,
    fault: goal.fault ?? start.fault,
    digits: digitsOf(start.value, goal.value),
    differences: differencesOf(paper, library),
  };
}

/**
 * The switches and parameters that part the two sides on this frame; none where they are equal or the library has no
 * value. Where only the paper has none, they are those that leave the library without one when set as the paper has them.
 * They are found one by one: of all that differ, the one that brings the library nearest to the paper is set as the
 * paper has it, until the values agree; then each that they agree without is let go again.
 */
export function causesOf(paper: Setting, library: Setting, frame: Frame): string[] {
  const goal = evaluated(paper, frame).value;
  if (evaluated(library, frame).value === undefined) return [];
  const differing = differencesOf(paper, library).map(({ id }) => id);
  if (goal === undefined)
    return differing.filter((id) => evaluated(withOne(library, paper, id), frame).value === undefined);
  const gapOf = (setting: Setting) => {
    const { value } = evaluated(setting, frame);
    return value === undefined
      ? Number.POSITIVE_INFINITY
      : Math.abs(value - goal) / Math.max(1, Math.abs(goal));
  };
  const left = new Set(differing);
  const causes: string[] = [];
  let setting = library;
  let gap = gapOf(setting);
  while (gap > equal && left.size > 0) {
    const tried = [...left].map((id) => {
      const moved = withOne(setting, paper, id);
      return { id, moved, gap: gapOf(moved) };
    });
    const best = tried.reduce((a, b) => (b.gap < a.gap ? b : a));
    left.delete(best.id);
    causes.push(best.id);
    ({ moved: setting, gap } = best);
  }
  if (gap > equal) return causes;
  return causes.filter((id) => {
    const back = withOne(setting, library, id);
    if (gapOf(back) > equal) return true;
    setting = back;
    return false;
  });
}

function evaluated({ loss, convention, parameters }: Setting, frame: Frame) {
  try {
    return { value: evaluate(lossOf(loss), frame, { convention, parameters }), fault: undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, fault: error.message };
  }
}

/** The switches that have a say in the loss, and its parameters, where the two settings differ. */
function differencesOf(paper: Setting, library: Setting): Difference[] {
  const loss = lossOf(paper.loss);
  const [a, b] = [paper, library].map(({ convention }) => conventionOf(loss, { convention }));
  const spoken = Object.entries(switches).filter(([, { of }]) => ["all", loss.scores, loss.id].includes(of));
  const ids = spoken.map(([id]) => id as keyof Convention);
  const settings = ids.map((id) => ({ id, paper: a![id], library: b![id] }));
  const [own, theirs] = [paper, library].map(({ parameters }) => parametersOf(loss, parameters));
  const letters = Object.keys(own!).map((id) => ({ id, paper: own![id], library: theirs![id] }));
  return [...settings, ...letters].filter(
    (each) => JSON.stringify(each.paper) !== JSON.stringify(each.library),
  );
}

/** A setting with one switch or parameter as the other has it. */
function withOne(setting: Setting, other: Setting, id: string): Setting {
  if (Object.hasOwn(switches, id)) {
    const own = conventionOf(lossOf(other.loss), { convention: { ...defaults, ...other.convention } });
    return { ...setting, convention: { ...setting.convention, [id]: own[id as keyof Convention] } };
  }
  const own = parametersOf(lossOf(other.loss), other.parameters);
  return { ...setting, parameters: { ...setting.parameters, [id]: own[id]! } };
}

function digitsOf(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const gap = Math.abs(a - b) / Math.max(Math.abs(b), Number.MIN_VALUE);
  let digits = 0;
  for (let bound = 0.1; digits < 15 && gap <= bound; bound /= 10) digits++;
  return digits;
}
