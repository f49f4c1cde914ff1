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
  /** Whether the two values still differ on this frame once this and the causes before it are set as the paper has them. */
  readonly cause: boolean;
}

export interface Translation {
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

/**
 * A paper's setting and a library's on one frame: equal to so many digits, or which switches cause the difference.
 * Causes are found one by one: of all that differ, the one that brings the library nearest to the paper is set as
 * the paper has it, until the values agree; what is then left makes no difference on this frame.
 */
export function translate(paper: Setting, library: Setting, frame: Frame): Translation {
  const goal = valueOf(paper, frame);
  const start = valueOf(library, frame);
  const different = differencesOf(paper, library);
  const causes = new Set<string>();
  let setting = library;
  let gap = gapOf(start.value, goal.value);
  while (goal.value !== undefined && gap > equal) {
    const tried = different
      .filter(({ id }) => !causes.has(id))
      .map(({ id }) => {
        const moved = withOne(setting, paper, id);
        return { id, moved, gap: gapOf(valueOf(moved, frame).value, goal.value) };
      })
      .sort((a, b) => a.gap - b.gap);
    const [best] = tried;
    if (!best) break;
    causes.add(best.id);
    setting = best.moved;
    gap = best.gap;
  }
  return {
    paper: goal.value,
    library: start.value,
    fault: goal.fault ?? start.fault,
    digits: digitsOf(start.value, goal.value),
    differences: different.map((each) => ({ ...each, cause: causes.has(each.id) })),
  };
}

function valueOf({ loss, convention, parameters }: Setting, frame: Frame) {
  try {
    return { value: evaluate(lossOf(loss), frame, { convention, parameters }), fault: undefined };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, fault: error.message };
  }
}

/** The switches that have a say in the loss, and its parameters, where the two settings differ. */
function differencesOf(paper: Setting, library: Setting): Omit<Difference, "cause">[] {
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

/** The library's setting with one switch or parameter as the paper has it. */
function withOne(setting: Setting, paper: Setting, id: string): Setting {
  if (Object.hasOwn(switches, id)) {
    const own = conventionOf(lossOf(paper.loss), { convention: { ...defaults, ...paper.convention } });
    return { ...setting, convention: { ...setting.convention, [id]: own[id as keyof Convention] } };
  }
  const own = parametersOf(lossOf(paper.loss), paper.parameters);
  return { ...setting, parameters: { ...setting.parameters, [id]: own[id]! } };
}

const gapOf = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.abs(a - b) / Math.max(1, Math.abs(b));

function digitsOf(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const gap = Math.abs(a - b) / Math.max(Math.abs(b), Number.MIN_VALUE);
  let digits = 0;
  for (let bound = 0.1; digits < 15 && gap <= bound; bound /= 10) digits++;
  return digits;
}
