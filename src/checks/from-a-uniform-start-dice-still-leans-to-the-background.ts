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
    // The shares do not depend on the number of pixels.
    const scale = 1 + random.below(3);
    const found = [200, 100, 50, 25, 15, 5].map((curve) => at(scale * curve, scale * 1000));
    t.nearAll(
      found.map(([ofDice]) => ofDice),
      [0.463, 0.595, 0.712, 0.813, 0.872, 0.95],
    );
    t.nearAll(
      found.map(([, ofTversky]) => ofTversky),
      [0.428, 0.536, 0.644, 0.748, 0.816, 0.921],
    );
    const said = (k: 0 | 1) => found.map((shares) => shares[k].toFixed(3)).join(", ");
    return t.outcome(`Dice ${said(0)}; Tversky ${said(1)}, each below cross-entropy's share`);
  },
});
