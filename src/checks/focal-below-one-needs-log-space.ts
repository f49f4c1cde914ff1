import { focal } from "../losses/focal.ts";
import { exp } from "../numerics/exp.ts";
import { log } from "../numerics/log.ts";
import { pow } from "../numerics/pow.ts";
import { checkOf } from "./check.ts";
import { onePixel } from "./focal-pull.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

/** The slope in the logit as the engine has it, or by the chain rule through 1 − p in doubles. */
export const focalBelowOneNeedsLogSpace = checkOf({
  falsehood: "the slope is multiplied out by the chain rule",
  right: (z: number, gamma: number) => slopesOf(focal, onePixel(z), { parameters: { gamma } })[0]!,
  wrong: (z: number, gamma: number) => {
    const p = 1 / (1 + exp(-z));
    const inP = gamma * pow(1 - p, gamma - 1) * log(p) - pow(1 - p, gamma) / p;
    return inP * p * (1 - p);
  },
  procedure(slope, random) {
    const t = tally(1e-12);
    let gamma = 0.5;
    for (let n = 0; n < 10; n++) {
      gamma = 0.05 + 0.9 * random.uniform();
      let last = 1;
      for (const z of [1, 5, 10, 20, 30, 40, 60, 100, 300]) {
        const pull = Math.abs(slope(z, gamma));
        t.less(pull, last);
        last = pull;
      }
      t.atMost(Math.abs(slope(800, gamma)), 0);
    }
    return t.outcome(
      `slopes fall to ${short(slope(40, gamma))} at a logit of 40 and γ = ${short(gamma)}, to 0 at 800`,
    );
  },
});
