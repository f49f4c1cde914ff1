import { f32x4, f64x2, i32, i32x4, v128, wasmFunction, when } from "../../numerics/wasm.ts";
import { exchange, planeBytes, range, softmax, sumOf, truth } from "./lanes.ts";

const { add, sub, mul } = f32x4;
const f = f32x4.const;

/**
 * errors(block, end, to): from logits to errors, in place, in the order that `softmax` leaves: the true class's own
 * stands at the background's plane and the background's at that of the true class. A class's errors on it and off it,
 * two doubles each, and its pixels (not the background's), class after class, are added to `to`. Returns 0 unless
 * something was flagged.
 */
export const errors = (classes: number) =>
  wasmFunction("errors", ["i32", "i32", "i32"], "i32", (build, block, end, to) => {
    const totals = range(classes).map(() => range(3).map(() => build.local("v128")));
    const parts = range(classes).map(() => range(2).map(() => build.local("v128")));
    const turn = build.local("i32");
    const place = (c: number, n: number) => 48 * c + 16 * n;
    /** Single sums of sixteen turns at most are added to the double ones. */
    const flush = parts.flatMap((sides, c) =>
      sides.flatMap((part, side) => [
        ...totals[c]![side]!.set(
          f64x2.add(totals[c]![side]!.get, f64x2.add(f64x2.ofLow(part.get), f64x2.ofHigh(part.get))),
        ),
        ...part.set(f(0)),
      ]),
    );
    let flagged: readonly number[] = [];
    const loop = build.each(block!.get, end!.get, 16, (at) => {
      const pixel = softmax(build, block!.get, at, classes);
      const { own, others, masks } = pixel;
      flagged = pixel.faults;
      const elsewhere = masks.reduce((any, mask) => v128.or(any, mask));
      const [onGround, offGround] = parts[0]!;
      return [
        ...pixel.code,
        ...own.set(mul(pixel.rest, pixel.p)),
        ...others.flatMap((one) => one.set(mul(one.get, pixel.p))),
        ...v128.store(at, own.get),
        ...others.flatMap((one, n) => v128.store(at, one.get, (n + 1) * planeBytes)),
        ...onGround!.set(add(onGround!.get, v128.andNot(own.get, elsewhere))),
        ...offGround!.set(
          others.reduce((sum, one, n) => add(sum, v128.and(one.get, masks[n]!)), offGround!.get),
        ),
        ...masks.flatMap((mask, n) => {
          const [on, off] = parts[n + 1]!;
          const volume = totals[n + 1]![2]!;
          return [
            ...on!.set(add(on!.get, v128.and(own.get, mask))),
            ...off!.set(add(off!.get, v128.andNot(others[n]!.get, mask))),
            ...volume.set(i32x4.sub(volume.get, mask)),
          ];
        }),
        ...turn.set(i32.add(turn.get, i32.const(1))),
        ...when(i32.equal(i32.and(turn.get, i32.const(15)), i32.const(0)), flush),
      ];
    });
    const every = totals.flatMap((each, c) => each.map((one, n) => ({ one, at: place(c, n) })));
    const read = every.flatMap(({ one, at }) => one.set(v128.load(to!.get, at)));
    const write = every.flatMap(({ one, at }) => v128.store(to!.get, one.get, at));
    return [...read, ...loop, ...flush, ...write, ...flagged];
  });

/**
 * backward(block, end, slopes): from errors, as `errors` leaves them, to the gradient in the order of classes, in
 * place. `slopes` holds a class's slope on it and its slope off it, four floats each, class after class.
 */
export const backward = (classes: number) =>
  wasmFunction("backward", ["i32", "i32", "i32"], undefined, (build, block, end, slopes) => {
    const [own, mean] = [build.local("v128"), build.local("v128")];
    const others = range(classes - 1).map(() => build.local("v128"));
    const slot = range(classes - 1).map(() => build.local("v128"));
    const [on, off] = range(2).map(() => range(classes).map(() => build.local("v128")));
    const read = [on!, off!].flatMap((side, n) =>
      side.flatMap((one, c) => one.set(v128.load(slopes!.get, 32 * c + 16 * n))),
    );
    const loop = build.each(block!.get, end!.get, 16, (at) => {
      const { read: look, masks } = truth(build, block!.get, at, classes);
      const ours = masks.reduce((one, mask, n) => v128.select(mask, on![n + 1]!.get, one), on![0]!.get);
      return [
        ...look,
        ...own.set(v128.load(at)),
        ...others.flatMap((one, n) => one.set(v128.load(at, (n + 1) * planeBytes))),
        ...slot.flatMap((one, n) => one.set(v128.select(masks[n]!, off![0]!.get, off![n + 1]!.get))),
        ...mean.set(
          sumOf([mul(sub(f(1), own.get), ours), ...others.map((one, n) => mul(one.get, slot[n]!.get))]),
        ),
        ...others.flatMap((one, n) => one.set(mul(one.get, sub(slot[n]!.get, mean.get)))),
        ...own.set(sub(f(0), sumOf(others.map((one) => one.get)))),
        ...exchange(build, masks, own, others),
        ...v128.store(at, own.get),
        ...others.flatMap((one, n) => v128.store(at, one.get, (n + 1) * planeBytes)),
      ];
    });
    return [...read, ...loop];
  });
