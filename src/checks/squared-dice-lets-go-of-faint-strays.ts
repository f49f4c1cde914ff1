import { dice } from "../losses/dice.ts";
import { checkOf } from "./check.ts";
import { channel, mask, uniforms } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const squaredDiceLetsGoOfFaintStrays = checkOf({
  falsehood: "the denominator is linear",
  right: "squared",
  wrong: "linear",
  procedure(denominator: "squared" | "linear", random) {
    const t = tally(1e-9);
    let [faint, full] = [0, 0];
    for (let n = 0; n < 20; n++) {
      const pixels = 4 + random.below(40);
      const g = mask(random, pixels);
      const p = uniforms(random, pixels, 0.1, 0.9);
      const stray = g.indexOf(0);
      const pull = (probability: number, form: "squared" | "linear") =>
        slopesOf(dice, channel(p.with(stray, probability), g), { convention: { denominator: form } })[stray]!;
      faint = pull(1e-10, denominator);
      full = pull(1e-10, "linear") / pull(0.5, "linear");
      t.atMost(faint, 0);
      t.atMost(0.9, full);
    }
    return t.outcome(
      `at p = 1e−10 a stray pulls ${short(faint)} when squared, ${short(full)} of its pull at ½ when linear`,
    );
  },
});
