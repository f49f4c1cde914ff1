import type { Place } from "../../plots/two-axis.ts";
import type { Advice, Answers, Ranked } from "./spec.ts";

/** What one answer says of one part of the map. */
interface Step {
  readonly part: (loss: Place) => boolean;
  /** Whether the answer speaks for that part. */
  readonly wanted: boolean;
  readonly answer: string;
  /** What to do, where the short list bears the answer out. */
  readonly so: string;
  /** What the answer comes to by itself, where the list as a whole came out otherwise. */
  readonly alone: string;
}

const stepsOf = ({ share, metric, cost }: Answers): readonly Step[] => {
  const perPixel = ({ overlap }: Place) => overlap === "per-pixel";
  const surrogate = ({ overlap }: Place) => overlap === "metric-aware";
  const tunable = ({ control }: Place) => control === "tunable";
  return [
    share === "mild"
      ? {
          part: perPixel,
          wanted: true,
          answer: "The foreground is not scarce",
          so: "the per-pixel corner is open to you",
          alone: "which leaves the per-pixel corner open",
        }
      : {
          part: perPixel,
          wanted: false,
          answer: "The foreground is heavily outnumbered",
          so: "leave the per-pixel corner",
          alone: "which speaks against the per-pixel corner",
        },
    metric === "iou"
      ? {
          part: surrogate,
          wanted: true,
          answer: "You are judged on IoU itself",
          so: "take the surrogate that optimises it into the pool",
          alone: "which speaks for the surrogate that optimises it",
        }
      : {
          part: surrogate,
          wanted: false,
          answer: "You are not judged on IoU itself",
          so: "its surrogate has no special claim",
          alone: "which gives its surrogate no special claim",
        },
    cost === "alike"
      ? {
          part: tunable,
          wanted: false,
          answer: "Both errors cost alike",
          so: "a tunable loss buys you nothing",
          alone: "which speaks against a tunable loss",
        }
      : {
          part: tunable,
          wanted: true,
          answer: "The two errors cost differently",
          so: "only a tunable loss can say so inside the loss",
          alone: "which speaks for a tunable loss",
        },
  ];
};

/** The review's three steps in words. They follow from the short list, so that the two cannot disagree. */
export function steps(answers: Answers, { pool }: Pick<Advice, "pool">): readonly string[] {
  return stepsOf(answers).map(({ part, wanted, answer, so, alone }) => {
    const kept = pool.filter(part);
    if (wanted === kept.length > 0) return `${answer}: ${so}.`;
    if (wanted) return `${answer}, ${alone}, but more speaks for the losses of the list below.`;
    return [`${answer}, ${alone}.`, ...kept.map(keeping)].join(" ");
  });
}

/** Why a loss is in the list against one of the answers: the claims that speak for it. */
function keeping({ title, pro }: Ranked): string {
  const claims = pro.map(({ says }) => `“${says.replace(/\.$/, "")}”`);
  return `${title} is in the list all the same: ${claims.join("; ")}.`;
}
