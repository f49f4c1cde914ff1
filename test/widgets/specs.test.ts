import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { tversky } from "../../src/losses/tversky.ts";
import { hashWith, stateFrom } from "../../src/widgets/address.ts";
import { type Controls, initialState, parsed, printed, type State } from "../../src/widgets/controls.ts";
import { says } from "../../src/widgets/two-axis-map/spec.ts";
import type { Spec } from "../../src/widgets/widget.ts";

const modules = import.meta.glob<{ spec?: Spec }>("../../src/widgets/*/spec.ts", { eager: true });
const specs = Object.entries(modules).flatMap(([path, { spec }]) =>
  spec ? [{ folder: path.split("/").at(-2)!, spec }] : [],
);

/** What the browser would be handed: the map's panels stand on the page, so its element gets names only. */
const rows = (id: string): unknown => {
  const all = rowsOf[id]!(atlas);
  if (id === "literature-map") return null;
  if (id !== "two-axis-map") return all;
  const { families } = all as Parameters<typeof import("../../src/widgets/two-axis-map/spec.ts").table>[0];
  return { families: families.map((family) => ({ id: family.id, says: says(family) })) };
};

/** Any state that the table of controls allows. */
const stateOf = (controls: Controls) =>
  fc.record(
    Object.fromEntries(
      Object.entries(controls).map(([id, control]) => [
        id,
        control.kind === "check"
          ? fc.boolean()
          : control.kind === "choice"
            ? fc.constantFrom(...control.options.map((option) => option.id))
            : control.kind === "name"
              ? fc.constantFrom("", "node-dice", "no-such-mark")
              : fc
                  .double({ min: control.min, max: control.max, noNaN: true })
                  .map((value) => parsed(control, String(value))!),
      ]),
    ),
  );

describe.each(specs)("$folder", ({ folder, spec }) => {
  it("has the name of its folder and rows of its own", () => {
    expect(spec.id).toBe(folder);
    expect(Object.keys(rowsOf)).toContain(folder);
  });

  it("starts within its own controls, on their grid", () => {
    for (const control of Object.values(spec.controls))
      expect(
        parsed(
          control,
          typeof control.initial === "boolean" ? (control.initial ? "on" : "off") : `${control.initial}`,
        ),
      ).toBe(control.initial);
  });

  it("has presets that set existing controls to values which these can hold", () => {
    for (const { values } of spec.presets)
      for (const [id, value] of Object.entries(values)) {
        expect(spec.controls[id]).toBeDefined();
        expect(parsed(spec.controls[id]!, String(value))).toBe(value);
      }
  });

  it("names a paper of the bibliography wherever a preset is named after one", () => {
    for (const { paper } of spec.presets)
      if (paper !== undefined) expect([...atlas.papers.keys()]).toContain(paper);
  });

  it("stays within its controls whatever its address says, and finds its own address again", () => {
    const keys = [...Object.keys(spec.controls), "v", "__proto__", "constructor"];
    const values = ["1e999", "-1", "NaN", "", "on", "%E0%A4", "toString", "<b>", "9".repeat(9999)];
    const pair = fc
      .tuple(fc.constantFrom(...keys), fc.oneof(fc.constantFrom(...values), fc.string({ unit: "binary" })))
      .map(([key, value]) => `${folder}.${key}=${value}`);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const hash = `#${folder}.v=${spec.version}&${pairs.join("&")}`;
        const state = stateFrom(hash, folder, spec.version, spec.controls);
        expect(Object.keys(state)).toEqual(Object.keys(spec.controls));
        for (const [id, control] of Object.entries(spec.controls))
          expect(parsed(control, printed(control, state[id]!)), id).toBe(state[id]);
        const address = hashWith(hash, folder, spec.version, spec.controls, state);
        expect(stateFrom(address, folder, spec.version, spec.controls)).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  it("says every state in a sentence without a hole", () => {
    const handed = rows(folder);
    fc.assert(
      fc.property(stateOf(spec.controls), (state) => {
        const words = spec.say(state as State, handed);
        expect(words).toMatch(/^[A-Z].*\.$/s);
        expect(words).not.toMatch(/NaN|undefined|Infinity|\[object/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the specs and the content agree", () => {
  const find = (id: string) => specs.find(({ spec }) => spec.id === id)!.spec;

  it("the arena starts at the measured background share", () => {
    const { value } = atlas.number("reference-task.background-share");
    expect(initialState(find("arena").controls)["share"]).toBe((value ?? Number.NaN) * 100);
  });

  it("the map's control lists exactly the families of the atlas", () => {
    const { family } = find("two-axis-map").controls;
    const options = family?.kind === "choice" ? family.options.map(({ id }) => id) : [];
    expect(options.filter((id) => id !== "none").sort()).toEqual([...atlas.families.keys()].sort());
  });

  it("the dial's preset Salehi is the paper's setting in the loss's own record", () => {
    const salehi = find("tversky-dial").presets.find(({ id }) => id === "salehi")!.values as Record<
      string,
      number
    >;
    const paper = Object.fromEntries(tversky.parameters.map((parameter) => [parameter.id, parameter.paper]));
    expect(salehi).toEqual({ alpha: paper["falsePositive"], beta: paper["falseNegative"] });
  });

  it("the dial at one half each says that it now is Dice, and prints both values", () => {
    const { say, controls } = find("tversky-dial");
    expect(say(initialState(controls), null)).toMatch(
      /this now is Dice: the Tversky loss is (0\.\d+), the Dice loss \1\./,
    );
  });

  it("the panel says by which average a predictor that finds nothing wins", () => {
    const { say, controls } = find("reference-panel");
    const handed = rows("reference-panel");
    const by = (judge: string) => say({ ...initialState(controls), judge } as State, handed);
    expect(by("weighted")).toMatch(/prefers the predictor that finds nothing/);
    expect(by("mean")).toMatch(/the model comes out ahead/);
  });
});
