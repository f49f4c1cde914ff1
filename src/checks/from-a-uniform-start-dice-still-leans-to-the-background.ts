import { dice } from "../losses/dice.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { tversky } from "../losses/tversky.ts";
import { log } from "../numerics/log.ts";
import { checkOf } from "./check.ts";
import { constantFrame } from "./frames.ts";
import { backgroundShare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const fromAUniformStartDiceStillLeansToTheBackground = checkOf({
  falsehood: "the start is a prediction of the class frequencies",
  right: (volumes: readonly number[]) => volumes.map(() => 0),
  wrong: (volumes: readonly number[]) => volumes.map(log),
  procedure(start, random) {
    const t = tally(1e-3);
    const tilted = { parameters: { falsePositive: 0.3, falseNegative: 0.7 } };
    const at = (curve: number, pixels: number) => {
      const volumes = [pixels - 2 * curve, curve, curve];
      const frame = constantFrame(volumes, start(volumes));
      const ofDice = backgroundShare(dice, frame);
      const ofTversky = backgroundShare(tversky, frame, tilted);
      t.less(ofDice, backgroundShare(softCrossEntropy, frame));
      t.less(ofTversky, ofDice);
      return [ofDice, ofTversky] as const;
    };
    const [mild, heavy] = [at(200, 1000), at(5, 1000)];
    t.nearAll(mild, [0.463, 0.428]);
    t.nearAll(heavy, [0.95, 0.921]);
    let last = mild[0];
    for (const curve of [150, 90, 50, 20, 10]) {
      const [share] = at(curve - random.below(curve / 10), 1000);
      t.less(last, share);
      last = share;
    }
    t.less(last, heavy[0]);
    return t.outcome(
      `Dice ${mild[0].toFixed(3)} to ${heavy[0].toFixed(3)}, Tversky ${mild[1].toFixed(3)} to ${heavy[1].toFixed(3)} at seven background shares`,
    );
  },
});
