import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { valley } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalIsNotProper = checkOf({
  falsehood: "the exponents are zero, which is cross-entropy",
  right: [1, 2, 5],
  wrong: [0, 0, 0],
  procedure(gammas: readonly number[]) {
    const t = tally(6e-4);
    const best = gammas.map((gamma) =>
      valley((p) => evaluate(focal, channel([p], [0.8]), { parameters: { gamma } }), 0.01, 0.99),
    );
    t.nearAll(best, [0.686, 0.627, 0.562]);
    for (const p of best) t.less(p, 0.8);
    return t.outcome(
      `least expected loss at ${best.map((p) => p.toFixed(4)).join(", ")} for γ = ${gammas.join(", ")}`,
    );
  },
});
