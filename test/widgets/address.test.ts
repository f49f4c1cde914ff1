import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstOf, hashWith, speaksOf, stateFrom } from "../../src/widgets/address.ts";
import { type Controls, initialState, parsed, printed } from "../../src/widgets/controls.ts";

const controls = {
  share: {
    kind: "range",
    label: "background share",
    min: 50,
    max: 99.5,
    step: 0.5,
    initial: 97,
    unit: "percent",
  },
  metric: {
    kind: "choice",
    label: "score",
    options: [
      { id: "iou", label: "IoU" },
      { id: "f1", label: "F1" },
    ],
    initial: "iou",
  },
  beside: { kind: "check", label: "beside the other", initial: true },
} as const satisfies Controls;

const read = (hash: string) => stateFrom(hash, "arena", 1, controls);

describe("stateFrom", () => {
  it("stateFrom() of 10,000 hostile addresses never throws and stays within the table", () => {
    const key = fc.oneof(
      fc.constantFrom("arena.v", "arena.share", "arena.metric", "arena.beside", "__proto__", "constructor"),
      fc.string(),
    );
    const value = fc.oneof(
      fc.constantFrom("1", "Infinity", "-1e999", "NaN", "0x1f", "%", "toString", "__proto__", "on", "f1"),
      fc.double().map(String),
      fc.string({ unit: "binary" }),
    );
    const address = fc.oneof(
      fc.array(fc.tuple(key, value)).map((all) => `#${all.map((pair) => pair.join("=")).join("&")}`),
      fc.string({ unit: "binary" }),
      fc.integer({ min: 1, max: 20_000 }).map((n) => `#arena.v=1&arena.share=${"9".repeat(n)}`),
    );
    fc.assert(
      fc.property(address, (hash) => {
        const state = read(hash);
        expect(Object.keys(state)).toEqual(["share", "metric", "beside"]);
        expect(state.share).toBeGreaterThanOrEqual(50);
        expect(state.share).toBeLessThanOrEqual(99.5);
        expect(["iou", "f1"]).toContain(state.metric);
        expect(typeof state.beside).toBe("boolean");
        expect(read(hashWith(hash, "arena", 1, controls, state))).toEqual(state);
      }),
      { numRuns: 10_000 },
    );
  });

  it("stateFrom() clamps a number to its range and to its grid of steps", () => {
    expect(read("#arena.v=1&arena.share=120").share).toBe(99.5);
    expect(read("#arena.v=1&arena.share=-3").share).toBe(50);
    expect(read("#arena.v=1&arena.share=96.71").share).toBe(96.5);
  });

  it("stateFrom() ignores another version, an unknown key and a value that is no option", () => {
    expect(read("#arena.v=2&arena.share=60")).toEqual(initialState(controls));
    expect(read("#arena.v=1&arena.colour=red&arena.metric=auc")).toEqual(initialState(controls));
  });
});

describe("hashWith", () => {
  it("hashWith() writes what differs and keeps what the address says about other figures", () => {
    const state = { ...initialState(controls), share: 99, beside: false };
    const hash = hashWith("#dial.v=1&dial.alpha=0.3", "arena", 1, controls, state);
    expect(hash).toBe("#dial.v=1&dial.alpha=0.3&arena.v=1&arena.share=99.0&arena.beside=off");
    expect(read(hash)).toEqual(state);
  });

  it("hashWith() of the initial state leaves nothing, and drops a plain section anchor", () => {
    expect(hashWith("#results", "arena", 1, controls, initialState(controls))).toBe("");
  });

  it("speaksOf() tells whether an address is about a figure", () => {
    expect(speaksOf("#arena.v=1&arena.share=99", "arena")).toBe(true);
    expect(speaksOf("#two-arena.v=1", "arena")).toBe(false);
    expect(speaksOf("#results", "arena")).toBe(false);
  });
});

describe("firstOf", () => {
  it("firstOf() names the figure to which a link leads, and none for a plain anchor", () => {
    expect(firstOf("#dial.v=1&dial.alpha=0.3&arena.v=1")).toBe("dial");
    expect(firstOf("#results")).toBeUndefined();
  });
});

describe("parsed", () => {
  it("parsed(control, printed(control, value)) is the value on the control's grid", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (k) => {
        const value = Number((50 + k * 0.5).toFixed(1));
        expect(parsed(controls.share, printed(controls.share, value))).toBe(value);
      }),
    );
  });
});
