import { focal } from "../losses/focal.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel } from "./frames.ts";
import { crossing, slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** Expected values that were handed down for these exponents; see the note of the claim. */
const handedDown = [0.685832826, 0.626614672, 0.561927612];

export const focalIsNotProper = checkOf({
  falsehood: "the exponents are zero, which is cross-entropy",
  right: [1, 2, 5],
  wrong: [0, 0, 0],
  procedure(gammas: readonly number[]) {
    const t = tally(1e-9);
    const best = gammas.map((gamma) => {
      const slope = (p: number) => slopesOf(focal, channel([p], [0.8]), { parameters: { gamma } })[0]!;
      return crossing(slope, 0.01, 0.99);
    });
    t.nearAll(best, [0.685831445, 0.626614827, 0.561929366]);
    for (const p of best) t.less(p, 0.8);
    let dearest = 0;
    for (const [k, gamma] of gammas.entries()) {
      const expected = (p: number) => evaluate(focal, channel([p], [0.8]), { parameters: { gamma } });
      const excess = expected(handedDown[k]!) - expected(best[k]!);
      t.less(0, excess);
      t.less(excess, 1e-11);
      dearest = Math.max(dearest, excess);
    }
    return t.outcome(
      `least expected loss at ${best.map((p) => p.toFixed(9)).join(", ")} for γ = ${gammas.join(", ")}; ` +
        `the values handed down cost up to ${short(dearest)} more`,
    );
  },
});
