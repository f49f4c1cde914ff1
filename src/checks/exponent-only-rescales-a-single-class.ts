import { focalTversky } from "../losses/focal-tversky.ts";
import { evaluate } from "../losses/kernel.ts";
import { tversky } from "../losses/tversky.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { slopesOf } from "./slopes.ts";
import { short, tally } from "./tally.ts";

export const exponentOnlyRescalesASingleClass = checkOf({
  falsehood: "there are three classes",
  right: 1,
  wrong: 3,
  procedure(classes, random) {
    const t = tally(1e-12);
    const scales: number[] = [];
    for (let n = 0; n < 30; n++) {
      const frame = randomFrame(random, { classes });
      const parameters = { gamma: 1.1 + 1.9 * random.uniform() };
      const plain = slopesOf(tversky, frame);
      const powered = slopesOf(focalTversky, frame, { parameters });
      const largest = plain.reduce(
        (best, slope, k) => (Math.abs(slope) > Math.abs(plain[best]!) ? k : best),
        0,
      );
      const scale = powered[largest]! / plain[largest]!;
      t.less(0, scale);
      const exponent = 1 / parameters.gamma;
      t.near(scale, exponent * evaluate(tversky, frame) ** (exponent - 1));
      t.nearAll(
        powered.map((slope) => slope / powered[largest]!),
        plain.map((slope) => slope / plain[largest]!),
      );
      scales.push(scale);
    }
    return t.outcome(
      `one factor for each of 30 frames, from ${short(Math.min(...scales))} to ${short(Math.max(...scales))}`,
    );
  },
});
