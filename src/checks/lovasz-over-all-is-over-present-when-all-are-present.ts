import { lovaszSoftmax } from "../losses/lovasz-softmax.ts";
import { checkOf } from "./check.ts";
import { randomFrame } from "./frames.ts";
import { compare } from "./slopes.ts";
import { tally } from "./tally.ts";

export const lovaszOverAllIsOverPresentWhenAllArePresent = checkOf({
  falsehood: "one class is absent",
  right: false,
  wrong: true,
  procedure(absent, random) {
    const t = tally(1e-12);
    for (let n = 0; n < 30; n++) {
      const drawn = randomFrame(random, { batch: 1 });
      const frame = absent
        ? { ...drawn, labels: drawn.labels.map((label) => (label === 1 ? 0 : label)) }
        : drawn;
      compare(t, frame, [lovaszSoftmax, { convention: { absentClass: "skip" } }], [lovaszSoftmax]);
    }
    return t.outcome("over all and over present classes on 30 frames that hold every class, with gradients");
  },
});
