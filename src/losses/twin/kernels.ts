import {
  type Build,
  type Code,
  f32x4,
  f64x2,
  i32,
  i32x4,
  v128,
  wasmFunction,
  wasmModule,
  when,
} from "../../numerics/wasm.ts";

const { add, sub, mul, div, max } = f32x4;
const f = f32x4.const;

/** c₀ + x·(c₁ + x·(c₂ + …)). */
function polynomial(x: Code, [first, ...rest]: readonly number[]): Code {
  return rest.length === 0 ? f(first!) : add(f(first!), mul(x, polynomial(x, rest)));
}

/**
 * exp of four floats within ±87: 2^k · (1 + r + … + r⁶/720). Adding 1.5·2²³ rounds x/ln 2 to the whole number k and
 * leaves k in the lowest bits, from where a shift takes it into the exponent.
 */
function exp({ local }: Build, x: Code): Code {
  const [held, shifted, k, r] = range(4).map(() => local("v128"));
  const power = i32x4.shiftLeft(shifted!.get, i32.const(23));
  return [
    ...held!.set(x),
    ...shifted!.set(add(mul(held!.get, f(Math.LOG2E)), f(12582912))),
    ...k!.set(sub(shifted!.get, f(12582912))),
    ...r!.set(sub(sub(held!.get, mul(k!.get, f(0.693359375))), mul(k!.get, f(-2.1219444e-4)))),
    ...i32x4.add(polynomial(r!.get, [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720]), power),
  ];
}

/** log of four floats ≥ 1: e·ln 2 + 2·(s + s³/3 + … + s⁹/9), s = (m − 1)/(m + 1). */
function log({ local }: Build, x: Code): Code {
  const [bits, e, m, s, t] = [local("v128"), local("v128"), local("v128"), local("v128"), local("v128")];
  const above = f32x4.greater(m.get, f(Math.SQRT2));
  return [
    ...bits.set(x),
    ...m.set(v128.or(v128.and(bits.get, i32x4.const(0x7fffff)), i32x4.const(0x3f800000))),
    ...e.set(f32x4.ofInts(i32x4.sub(i32x4.shiftRight(bits.get, i32.const(23)), i32x4.const(127)))),
    ...e.set(add(e.get, v128.and(above, f(1)))),
    ...m.set(mul(m.get, v128.select(above, f(0.5), f(1)))),
    ...s.set(div(sub(m.get, f(1)), add(m.get, f(1)))),
    ...t.set(mul(s.get, s.get)),
    ...add(mul(e.get, f(Math.LN2)), mul(s.get, polynomial(t.get, [2, 2 / 3, 2 / 5, 2 / 7, 2 / 9]))),
  ];
}

const range = (n: number) => Array.from({ length: n }, (_, k) => k);
const sumOf = (terms: readonly Code[]): Code => terms.reduce((a, b) => add(a, b));

/** Addresses of four pixels of each class, given the bytes from one class's plane to the next. */
const places = (base: Code, at: Code, plane: Code, classes: number): Code[] =>
  range(classes).map((c) => i32.add(i32.add(base, at), i32.mul(plane, i32.const(c))));

/** The label of four pixels, a byte each, where pixels are four bytes apart in the planes. */
const labelOf = (labels: Code, at: Code): Code => i32x4.ofBytes(i32.add(labels, [...at, 0x41, 2, 0x76]));

/**
 * The softmax of four pixels relative to their true class: e of the others, without their places, and their sum.
 * Beyond ±80 an exponential is held, which is exact enough below and flagged above; so are logits that are not finite
 * and labels that are no class. `faults` gathers the flags.
 */
function softmax(build: Build, classes: number, place: readonly Code[], labels: Code) {
  const [label, own, rest, p, faults] = range(5).map(() => build.local("v128"));
  const z = range(classes).map(() => build.local("v128"));
  const others = range(classes - 1).map(() => build.local("v128"));
  const is = (c: number) => i32x4.equal(label!.get, i32x4.const(c));
  /** Whether class c comes after the true one, so that it is one place down among the others. */
  const after = (c: number) => i32x4.greater(i32x4.const(c), label!.get);
  const read = [
    ...label!.set(labels),
    ...faults!.set(v128.or(faults!.get, i32x4.greater(label!.get, i32x4.const(classes - 1)))),
    ...z.flatMap((one, c) => one.set(v128.load(place[c]!))),
    ...faults!.set(v128.or(faults!.get, f32x4.notEqual(mul(sumOf(z.map((one) => one.get)), f(0)), f(0)))),
    ...own!.set(z.map((one) => one.get).reduce((one, other, c) => v128.select(is(c), other, one))),
    ...others.flatMap((one, d) => [
      ...one.set(sub(v128.select(after(d + 1), z[d + 1]!.get, z[d]!.get), own!.get)),
      ...faults!.set(v128.or(faults!.get, f32x4.greater(one.get, f(80)))),
      ...one.set(exp(build, max(one.get, f(-87)))),
    ]),
    ...rest!.set(sumOf(others.map((one) => one.get))),
    ...p!.set(div(f(1), add(f(1), rest!.get))),
  ];
  /** What stands at class c: one thing for the true class, another made of its e for the rest. */
  const at = (c: number, onClass: Code, off: (e: Code) => Code): Code => {
    const [below, above] = [others[c - 1]?.get, others[c]?.get];
    const e = below && above ? v128.select(after(c), below, above) : (below ?? above)!;
    return v128.select(is(c), onClass, off(e));
  };
  return { read, is, at, rest: rest!.get, p: p!.get, faults: v128.anyTrue(faults!.get) };
}

/**
 * errors(z, labels, m, plane, to): every class's error into `m`; a class's errors on it and off it, two doubles each,
 * and its pixels, class after class, to `to`. Returns 0 unless something was flagged.
 */
const errors = (classes: number) =>
  wasmFunction("errors", ["i32", "i32", "i32", "i32", "i32"], "i32", (build, z, labels, m, plane, to) => {
    const error = build.local("v128");
    const totals = range(classes).map(() => range(3).map(() => build.local("v128")));
    const parts = range(classes).map(() => range(2).map(() => build.local("v128")));
    /** Single sums of sixteen turns at most are added to the double ones. */
    const flush = parts.flatMap((sides, c) =>
      sides.flatMap((part, side) => [
        ...totals[c]![side]!.set(
          f64x2.add(totals[c]![side]!.get, f64x2.add(f64x2.ofLow(part.get), f64x2.ofHigh(part.get))),
        ),
        ...part.set(f(0)),
      ]),
    );
    let flagged: Code = [];
    const loop = build.each(i32.const(0), plane!.get, 16, (at) => {
      const from = places(z!.get, at, plane!.get, classes);
      const place = places(m!.get, at, plane!.get, classes);
      const pixel = softmax(build, classes, from, labelOf(labels!.get, at));
      flagged = pixel.faults;
      return [
        ...pixel.read,
        ...range(classes).flatMap((c) => [
          ...error.set(
            mul(
              pixel.p,
              pixel.at(c, pixel.rest, (e) => e),
            ),
          ),
          ...v128.store(place[c]!, error.get),
          ...parts[c]![0]!.set(add(parts[c]![0]!.get, v128.and(error.get, pixel.is(c)))),
          ...parts[c]![1]!.set(add(parts[c]![1]!.get, v128.andNot(error.get, pixel.is(c)))),
          ...totals[c]![2]!.set(i32x4.sub(totals[c]![2]!.get, pixel.is(c))),
        ]),
        ...when(i32.equal(i32.and(at, i32.const(240)), i32.const(240)), flush),
      ];
    });
    const stores = totals
      .flat()
      .flatMap((one, n) => v128.store(i32.add(to!.get, i32.const(16 * n)), one.get));
    return [...loop, ...flush, ...stores, ...flagged];
  });

/**
 * backward(m, labels, slopes, plane): from errors to the gradient, in place. `slopes` holds a class's slope on it and
 * its slope off it, four floats each, class after class.
 */
const backward = (classes: number) =>
  wasmFunction("backward", ["i32", "i32", "i32", "i32"], undefined, (build, m, labels, slopes, plane) => {
    const [label, mean, others] = range(3).map(() => build.local("v128"));
    const value = range(classes).map(() => build.local("v128"));
    const [on, off] = range(2).map(() => range(classes).map(() => build.local("v128")));
    const is = (c: number) => i32x4.equal(label!.get, i32x4.const(c));
    const read = [on!, off!].flatMap((side, n) =>
      side.flatMap((one, c) => one.set(v128.load(i32.add(slopes!.get, i32.const(32 * c + 16 * n))))),
    );
    const loop = build.each(i32.const(0), plane!.get, 16, (at) => {
      const place = places(m!.get, at, plane!.get, classes);
      const part = (c: number) =>
        v128.select(is(c), mul(sub(f(1), value[c]!.get), on![c]!.get), mul(value[c]!.get, off![c]!.get));
      return [
        ...label!.set(labelOf(labels!.get, at)),
        ...value.flatMap((one, c) => one.set(v128.load(place[c]!))),
        ...mean!.set(sumOf(range(classes).map(part))),
        ...value.flatMap((one, c) => one.set(v128.andNot(mul(one.get, sub(off![c]!.get, mean!.get)), is(c)))),
        ...others!.set(sub(f(0), sumOf(value.map((one) => one.get)))),
        ...value.flatMap((one, c) => v128.store(place[c]!, v128.select(is(c), others!.get, one.get))),
      ];
    });
    return [...read, ...loop];
  });

/** The largest whole power that has a kernel of its own. */
export const largestPower = 5;

/**
 * focusN(z, labels, m, plane, to): the loss −w·qⁿ·log p, its sum to `to` as two doubles, and the gradient into `m`.
 * w, for the background and then for the foreground, is read from `to + 16`, four floats each. Returns as `errors`.
 */
const focus = (classes: number, power: number) =>
  wasmFunction(
    `focus${power}`,
    ["i32", "i32", "i32", "i32", "i32"],
    "i32",
    (build, z, labels, m, plane, to) => {
      const [logP, q, weight, before, faded, slope, sum, background, foreground] = range(9).map(() =>
        build.local("v128"),
      );
      const side = (offset: number) => v128.load(i32.add(to!.get, i32.const(offset)));
      let flagged: Code = [];
      const loop = build.each(i32.const(0), plane!.get, 16, (at) => {
        const place = places(m!.get, at, plane!.get, classes);
        const pixel = softmax(
          build,
          classes,
          places(z!.get, at, plane!.get, classes),
          labelOf(labels!.get, at),
        );
        const steeper = mul(mul(f(power), before!.get), mul(pixel.p, logP!.get));
        flagged = pixel.faults;
        return [
          ...pixel.read,
          ...logP!.set(log(build, add(f(1), pixel.rest))),
          ...q!.set(mul(pixel.rest, pixel.p)),
          ...weight!.set(v128.select(pixel.is(0), background!.get, foreground!.get)),
          ...before!.set(
            power < 2
              ? f(1)
              : range(power - 1)
                  .map(() => q!.get)
                  .reduce((one, other) => mul(one, other)),
          ),
          ...faded!.set(power === 0 ? weight!.get : mul(weight!.get, mul(before!.get, q!.get))),
          ...slope!.set(power === 0 ? faded!.get : add(faded!.get, mul(weight!.get, steeper))),
          ...faded!.set(mul(faded!.get, logP!.get)),
          ...sum!.set(f64x2.add(sum!.get, f64x2.add(f64x2.ofLow(faded!.get), f64x2.ofHigh(faded!.get)))),
          ...slope!.set(mul(slope!.get, pixel.p)),
          ...range(classes).flatMap((c) =>
            v128.store(
              place[c]!,
              mul(
                slope!.get,
                pixel.at(c, sub(f(0), pixel.rest), (e) => e),
              ),
            ),
          ),
        ];
      });
      const write = v128.store(to!.get, sum!.get);
      return [...background!.set(side(16)), ...foreground!.set(side(32)), ...loop, ...write, ...flagged];
    },
  );

/** The bytes of the module for so many classes; the same on every machine. */
export const kernelBytes = (classes: number) =>
  wasmModule([
    errors(classes),
    backward(classes),
    ...range(largestPower + 1).map((power) => focus(classes, power)),
  ]);
