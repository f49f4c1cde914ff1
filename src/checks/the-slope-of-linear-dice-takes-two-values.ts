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
    const distinct = (values: readonly number[]) => new Set(values.map((v) => v.toPrecision(10))).size;
    let most = 0;
    for (let n = 0; n < 30; n++) {
      const pixels = 6 + random.below(40);
      const g = mask(random, pixels);
      const frame = channel(uniforms(random, pixels), g);
      const slopes = slopesOf(dice, frame, { convention: { denominator } });
      for (let i = 0; i < pixels; i++) t.near(slopes[i]!, slopes[g.indexOf(g[i]!)]!);
      most = Math.max(most, distinct([...slopesOf(dice, frame, { convention: { denominator: "squared" } })]));
    }
    t.less(2, most);
    return t.outcome(`two values on each of 30 frames; the squared form takes up to ${most}`);
  },
});
