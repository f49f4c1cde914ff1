import { dice } from "../losses/dice.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { tally } from "./tally.ts";

export const theSlopeOfLinearDiceTakesTwoValues = checkOf({
  falsehood: "the denominator is squared",
  right: "linear",
  wrong: "squared",
  procedure(denominator: "linear" | "squared", random) {
    const t = tally(1e-12);
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b);
    const distinct = (values: readonly number[]) => new Set(values.map((v) => v.toPrecision(10))).size;
    let most = 0;
    for (let n = 0; n < 30; n++) {
      const pixels = 6 + random.below(40);
      const g = mask(random, pixels);
      const p = uniforms(random, pixels);
      const frame = channel(p, g);
      const slopes = slopesOf(dice, frame, { convention: { denominator } });
      const [tp, mass] = [sum(p.map((value, i) => value * g[i]!)), sum(p) + sum(g)];
      const ofTruth = (-2 * (mass - tp)) / mass ** 2;
      const ofOthers = (2 * tp) / mass ** 2;
      t.nearAll(
        slopes,
        g.map((truth) => (truth === 1 ? ofTruth : ofOthers)),
      );
      // The same object and prediction twice over: one half of it is heard twice as loudly.
      const twice = channel([...p, ...p], [...g, ...g]);
      const halved = slopesOf(dice, twice, { convention: { denominator } }).subarray(0, pixels);
      t.nearAll(
        slopes,
        halved.map((slope) => 2 * slope),
      );
      most = Math.max(most, distinct([...slopesOf(dice, frame, { convention: { denominator: "squared" } })]));
    }
    t.less(2, most);
    return t.outcome(
      `the two values of the formulas on each of 30 frames; the squared form takes up to ${most}`,
    );
  },
});
