import { exp } from "../numerics/exp.ts";
import { checkOf } from "./check.ts";
import { pullRatio } from "./focal-pull.ts";
import { crossing, valley } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalAtGammaOneCrossesAtOneOverE = checkOf({
  falsehood: "γ is two",
  right: 1,
  wrong: 2,
  procedure(gamma, random) {
    const t = tally(1e-6);
    const ratio = (p: number) => pullRatio(p, gamma);
    const edge = crossing((p) => ratio(p) - 1, 0.2, 0.9);
    const summit = valley((p) => -ratio(p), 0.01, 0.9);
    t.near(edge, exp(-1));
    t.near(summit, exp(-2));
    t.near(ratio(summit), 1 + exp(-2));
    for (let n = 0; n < 30; n++) {
      const p = 0.05 + 0.9 * random.uniform();
      if (p < edge) t.less(1, ratio(p));
      else t.less(ratio(p), 1);
    }
    return t.outcome(
      `pulls alike at p = ${edge.toFixed(4)}; hardest at ${summit.toFixed(4)}, ${ratio(summit).toFixed(4)} times`,
    );
  },
});
