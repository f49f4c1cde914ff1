import { type Build, type Code, f32x4, i32, i32x4, type Local, v128 } from "../../numerics/wasm.ts";

const { add, sub, mul, div, max } = f32x4;
const f = f32x4.const;

export const range = (n: number) => Array.from({ length: n }, (_, k) => k);
export const sumOf = (terms: readonly Code[]): Code => terms.reduce((a, b) => add(a, b));

/** Pixels of a block: all that a kernel is given at once. A block holds its classes' floats, then its labels' bytes. */
export const blockPixels = 8192;
export const planeBytes = 4 * blockPixels;

/** c₀ + x·(c₁ + x·(c₂ + …)). */
function polynomial(x: Code, [first, ...rest]: readonly number[]): Code {
  return rest.length === 0 ? f(first!) : add(f(first!), mul(x, polynomial(x, rest)));
}

/** 2^x for |x| ≤ ½ within 7.5e-8 of itself: of degree five, the one whose largest relative error is least. */
const power = [1.0000000717, 0.6931469671, 0.2402211972, 0.0555071327, 0.0096755413, 0.0013276472];

/** Adding this to a float below 2²² rounds it to a whole number k and leaves k + 127 in the lowest bits. */
const rounder = 12582912 + 127;

/** exp of four floats below 88; those below −87 give next to nothing. NaN stays NaN. */
function exp({ local }: Build, x: Code): Code {
  const [t, shifted] = [local("v128"), local("v128")];
  return [
    ...t.set(max(mul(x, f(Math.LOG2E)), f(-126))),
    ...shifted.set(add(t.get, f(rounder))),
    ...t.set(sub(t.get, sub(shifted.get, f(rounder)))),
    ...mul(polynomial(t.get, power), i32x4.shiftLeft(shifted.get, i32.const(23))),
  ];
}

/** log of four floats ≥ 1: e·ln 2 + 2·(s + s³/3 + … + s⁹/9), s = (m − 1)/(m + 1), with m between √½ and √2. */
export function log({ local }: Build, x: Code): Code {
  const [bits, e, m, s, t] = [local("v128"), local("v128"), local("v128"), local("v128"), local("v128")];
  return [
    ...bits.set(x),
    ...e.set(i32x4.shiftRight(i32x4.sub(bits.get, f(Math.SQRT1_2)), i32.const(23))),
    ...m.set(i32x4.sub(bits.get, i32x4.shiftLeft(e.get, i32.const(23)))),
    ...s.set(div(sub(m.get, f(1)), add(m.get, f(1)))),
    ...t.set(mul(s.get, s.get)),
    ...add(
      mul(f32x4.ofInts(e.get), f(Math.LN2)),
      mul(s.get, polynomial(t.get, [2, 2 / 3, 2 / 5, 2 / 7, 2 / 9])),
    ),
  ];
}

/**
 * Exchanges, pixel by pixel, what stands for the true class and what stands for the background where the true class
 * is another one. It is its own inverse: from the order of classes to own and others, and back.
 */
export function exchange(
  { local }: Build,
  masks: readonly Code[],
  own: Local,
  others: readonly Local[],
): Code {
  const swaps = others.map(() => local("v128"));
  return [
    ...swaps.flatMap((swap, n) => swap.set(v128.and(v128.xor(own.get, others[n]!.get), masks[n]!))),
    ...others.flatMap((one, n) => one.set(v128.xor(one.get, swaps[n]!.get))),
    ...own.set(swaps.map((swap) => swap.get).reduce((one, swap) => v128.xor(one, swap), own.get)),
  ];
}

/** The labels of four pixels, and for each class but the background where it is the true one. */
export function truth({ local }: Build, base: Code, at: Code, classes: number) {
  const label = local("v128");
  const masks = range(classes - 1).map(() => local("v128"));
  const byte = i32.add(base, [...i32.sub(at, base), 0x41, 2, 0x76]);
  const read = [
    ...label.set(i32x4.ofBytes(byte, classes * planeBytes)),
    ...masks.flatMap((mask, n) => mask.set(i32x4.equal(label.get, i32x4.const(n + 1)))),
  ];
  return { read, label: label.get, masks: masks.map((mask) => mask.get) };
}

/**
 * The softmax of four pixels relative to their true class: e of the others, the background standing at the place of
 * the true class, their sum, and the true class's probability. Three things are watched over all pixels: the sum of
 * all logits, the largest distance above the true class, and the largest label. Beyond ±80 an exponential is held,
 * which is exact enough below, and above is a fault like a logit that is not finite and a label that is no class.
 */
export function softmax(build: Build, base: Code, at: Code, classes: number) {
  const { local } = build;
  const [own, rest, p, total, farthest, largest] = range(6).map(() => local("v128"));
  const others = range(classes - 1).map(() => local("v128"));
  const { read, label, masks } = truth(build, base, at, classes);
  const z = [own!, ...others];
  const code = [
    ...read,
    ...largest!.set(i32x4.max(largest!.get, label)),
    ...z.flatMap((one, c) => one.set(v128.load(at, c * planeBytes))),
    ...total!.set(z.reduce((sum, one) => add(sum, one.get), total!.get)),
    ...exchange(build, masks, own!, others),
    ...others.flatMap((one) => one.set(sub(one.get, own!.get))),
    ...farthest!.set(others.reduce((most, one) => max(most, one.get), farthest!.get)),
    ...others.flatMap((one) => one.set(exp(build, one.get))),
    ...rest!.set(sumOf(others.map((one) => one.get))),
    ...p!.set(div(f(1), add(f(1), rest!.get))),
  ];
  const faults = v128.or(
    v128.or(f32x4.greater(farthest!.get, f(80)), f32x4.notEqual(mul(total!.get, f(0)), f(0))),
    i32x4.greater(largest!.get, i32x4.const(classes - 1)),
  );
  return { code, masks, own: own!, others, rest: rest!.get, p: p!.get, faults: v128.anyTrue(faults) };
}
