import { dice } from "../losses/dice.ts";
import { focal } from "../losses/focal.ts";
import { generalisedDice } from "../losses/generalised-dice.ts";
import { evaluate } from "../losses/kernel.ts";
import type { Frame, Loss, Options } from "../losses/loss.ts";
import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { softCrossEntropy } from "../losses/soft-cross-entropy.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { type LogitFrame, randomFrame, spread } from "./frames.ts";
import { tally } from "./tally.ts";

/** One mask as the prediction, at a confidence, and the other as the truth; and the other way round. */
function answers(a: LogitFrame, b: LogitFrame, confidence: number): readonly [Frame, Frame] {
  const { classes, pixels } = a;
  const at = (said: LogitFrame, truth: LogitFrame): Frame => ({
    ...{ classes, pixels, labels: truth.labels },
    probabilities: spread(said.labels, classes, confidence),
  });
  return [at(a, b), at(b, a)];
}

/** Per-pixel losses at one confidence, overlap losses on hard masks, generalised Dice with the weights of the first truth. */
export const symmetricLossesSurviveTheSwap = checkOf({
  falsehood: "a Tversky loss of three and seven tenths is among them",
  right: false,
  wrong: true,
  procedure(tilted, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 20; n++) {
      const classes = 2 + random.below(3);
      const [a, b] = [
        randomFrame(random, { classes, pixels: 30, batch: 1 }),
        randomFrame(random, { classes, pixels: 30, batch: 1 }),
      ];
      const volumes = Array.from(
        { length: classes },
        (_, c) => a.labels.filter((label) => label === c).length,
      );
      const fixed: Options = {
        convention: { volumeWeight: "uniform", classWeights: volumes.map((volume) => 1 / volume ** 2) },
      };
      const confidence = 0.5 + 0.4 * random.uniform();
      const cases: readonly (readonly [Loss, number, Options])[] = [
        [softCrossEntropy, confidence, {}],
        [focal, confidence, {}],
        [dice, 1, {}],
        [generalisedDice, 1, fixed],
        [lovaszSoftmax, 1, {}],
        ...(tilted
          ? [[tversky, 1, { parameters: { falsePositive: 0.3, falseNegative: 0.7 } }] as const]
          : []),
      ];
      const [hard, soft] = [answers(a, b, 1), answers(a, b, confidence)];
      for (const [loss, sure, options] of cases) {
        const [there, back] = sure === 1 ? hard : soft;
        t.near(evaluate(loss, there, options), evaluate(loss, back, options));
      }
    }
    return t.outcome("five losses on 20 pairs of hard masks, prediction and truth in both roles");
  },
});
