import { dice } from "../losses/dice.ts";
import { evaluate } from "../losses/kernel.ts";
import { checkOf } from "./check.ts";
import { channel, uniforms } from "./frames.ts";
import { short, tally } from "./tally.ts";

export const productDiceOnAHalfLabelIsMinimisedAtOne = checkOf({
  falsehood: "the overlap is written with L1 norms",
  right: "product",
  wrong: "l1",
  procedure(intersection: "l1" | "product", random) {
    const t = tally(1e-12);
    const at = (p: number) => evaluate(dice, channel([p], [0.5]), { convention: { intersection } });
    const grid = [0, ...[...uniforms(random, 40)].sort((a, b) => a - b), 1];
    for (let k = 1; k < grid.length; k++) t.less(at(grid[k]!), at(grid[k - 1]!));
    t.near(at(1), 1 / 3);
    t.near(at(0.5), 0.5);
    return t.outcome(
      `falls at 41 steps from ${short(at(0))} over ${short(at(0.5))} at p = ½ to ${short(at(1))}`,
    );
  },
});
