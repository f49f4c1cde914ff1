import {
  type Build,
  type Code,
  f32x4,
  f64x2,
  i32,
  i32x4,
  type Local,
  v128,
  wasmFunction,
} from "../../numerics/wasm.ts";
import { exchange, log, planeBytes, range, softmax } from "./lanes.ts";

const { add, sub, mul } = f32x4;
const f = f32x4.const;

type Pixel = ReturnType<typeof softmax>;

/** From e to the gradient, given what each is to be multiplied by, in the order of classes and in place. */
const descend = (build: Build, { masks, own, others, rest }: Pixel, at: Code, factor: Code): Code => [
  ...own.set(mul(sub(f(0), rest), factor)),
  ...others.flatMap((one) => one.set(mul(one.get, factor))),
  ...exchange(build, masks, own, others),
  ...v128.store(at, own.get),
  ...others.flatMap((one, n) => v128.store(at, one.get, (n + 1) * planeBytes)),
];

/** Where the background is the true class, one thing, elsewhere another. */
const bySide = (masks: readonly Code[], ground: Code, elsewhere: Code): Code =>
  v128.select(
    masks.reduce((any, mask) => v128.or(any, mask)),
    elsewhere,
    ground,
  );

/**
 * A product of floats ≥ 1 whose exponents are gathered apart, so that it never overflows: the logarithm of it all is
 * then one for many pixels.
 */
const multiply = (exponents: Local, product: Local, x: Code): Code => [
  ...product.set(mul(product.get, x)),
  ...exponents.set(i32x4.add(exponents.get, i32x4.shiftRight(product.get, i32.const(23)))),
  ...product.set(v128.or(v128.and(product.get, i32x4.const(0x7fffff)), f(1))),
];

/**
 * entropy(block, end, to): cross-entropy, from logits to the gradient in place. Of the background and then of the
 * other classes, `to` holds the products of 1 + Σe as exponents (four whole numbers, 127 too many for each four
 * pixels) and mantissas, which are continued. Weights are read from `to + 64`. Returns as `errors`.
 */
export const entropy = (classes: number) =>
  wasmFunction("entropy", ["i32", "i32", "i32"], "i32", (build, block, end, to) => {
    const held = range(4).map(() => build.local("v128"));
    const [background, foreground] = [build.local("v128"), build.local("v128")];
    let flagged: Code = [];
    const loop = build.each(block!.get, end!.get, 16, (at) => {
      const pixel = softmax(build, block!.get, at, classes);
      flagged = pixel.faults;
      const elsewhere = pixel.masks.reduce((any, mask) => v128.or(any, mask));
      return [
        ...pixel.code,
        ...multiply(held[0]!, held[1]!, add(f(1), v128.andNot(pixel.rest, elsewhere))),
        ...multiply(held[2]!, held[3]!, add(f(1), v128.and(pixel.rest, elsewhere))),
        ...descend(build, pixel, at, mul(bySide(pixel.masks, background.get, foreground.get), pixel.p)),
      ];
    });
    return [
      ...held.flatMap((one, n) => one.set(v128.load(to!.get, 16 * n))),
      ...background.set(v128.load(to!.get, 64)),
      ...foreground.set(v128.load(to!.get, 80)),
      ...loop,
      ...held.flatMap((one, n) => v128.store(to!.get, one.get, 16 * n)),
      ...flagged,
    ];
  });

/** The largest whole power that has a kernel of its own. */
export const largestPower = 5;

/**
 * focusN(block, end, to): the loss −w·qⁿ·log p, from logits to the gradient in place; its sum is added to `to`, two
 * doubles. w, for the background and then for the foreground, is read from `to + 64`. Returns as `errors`.
 */
export const focus = (classes: number, power: number) =>
  wasmFunction(`focus${power}`, ["i32", "i32", "i32"], "i32", (build, block, end, to) => {
    const [logP, q, weight, before, faded, slope, sum, background, foreground] = range(9).map(() =>
      build.local("v128"),
    );
    let flagged: Code = [];
    const loop = build.each(block!.get, end!.get, 16, (at) => {
      const pixel = softmax(build, block!.get, at, classes);
      flagged = pixel.faults;
      const steeper = mul(mul(f(power), before!.get), mul(pixel.p, logP!.get));
      return [
        ...pixel.code,
        ...logP!.set(log(build, add(f(1), pixel.rest))),
        ...q!.set(mul(pixel.rest, pixel.p)),
        ...weight!.set(bySide(pixel.masks, background!.get, foreground!.get)),
        ...before!.set(range(power - 1).reduce((one) => mul(one, q!.get), weight!.get)),
        ...faded!.set(mul(before!.get, q!.get)),
        ...slope!.set(mul(add(faded!.get, steeper), pixel.p)),
        ...faded!.set(mul(faded!.get, logP!.get)),
        ...sum!.set(f64x2.add(sum!.get, f64x2.add(f64x2.ofLow(faded!.get), f64x2.ofHigh(faded!.get)))),
        ...descend(build, pixel, at, slope!.get),
      ];
    });
    return [
      ...sum!.set(v128.load(to!.get)),
      ...background!.set(v128.load(to!.get, 64)),
      ...foreground!.set(v128.load(to!.get, 80)),
      ...loop,
      ...v128.store(to!.get, sum!.get),
      ...flagged,
    ];
  });
