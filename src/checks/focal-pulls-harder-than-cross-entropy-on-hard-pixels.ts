import { checkOf } from "./check.ts";
import { pullRatio } from "./focal-pull.ts";
import { crossing, valley } from "./slopes.ts";
import { tally } from "./tally.ts";

export const focalPullsHarderThanCrossEntropyOnHardPixels = checkOf({
  falsehood: "γ is one",
  right: 2,
  wrong: 1,
  procedure(gamma, random) {
    const t = tally(5e-4);
    const ratio = (p: number) => pullRatio(p, gamma);
    const edge = crossing((p) => ratio(p) - 1, 0.15, 0.9);
    const summit = valley((p) => -ratio(p), 0.01, 0.9);
    t.near(edge, 0.2976);
    t.near(summit, 0.104);
    t.near(ratio(summit), 1.2246);
    t.atMost(Math.abs(ratio(0.9) - 0.029), 5e-5);
    t.atMost(Math.abs(ratio(0.99) - 3e-4), 5e-6);
    for (let n = 0; n < 30; n++) {
      const p = 0.05 + 0.9 * random.uniform();
      if (p < edge) t.less(1, ratio(p));
      else t.less(ratio(p), 1);
    }
    return t.outcome(
      `pulls alike at p = ${edge.toFixed(5)}; hardest at ${summit.toFixed(4)}, ${ratio(summit).toFixed(4)} times; ` +
        `${ratio(0.9).toFixed(4)} times at 0.9 and ${ratio(0.99).toFixed(6)} at 0.99`,
    );
  },
});
