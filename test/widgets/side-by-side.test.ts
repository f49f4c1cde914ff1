import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { losses } from "../../src/losses/registry.ts";
import { hashWith, stateFrom } from "../../src/widgets/address.ts";
import { differences } from "../../src/widgets/side-by-side/differences.ts";
import { handed, type Rows } from "../../src/widgets/side-by-side/shown.ts";
import {
  chartOf,
  chosen,
  controls,
  type Id,
  ids,
  lossesOf,
  spec,
  stateOf,
  table,
} from "../../src/widgets/side-by-side/spec.ts";

const rows = rowsOf["side-by-side"]!(atlas) as Rows;
const small = handed(rows);

function choices(size: number, from: readonly Id[] = ids): Id[][] {
  if (size === 0) return [[]];
  return from.flatMap((id, k) => choices(size - 1, from.slice(k + 1)).map((rest) => [id, ...rest]));
}
const every = [2, 3, 4].flatMap((size) => choices(size));
const entry = (id: string) => rows.losses.find((loss) => loss.id === id)!;
const found = (...ticked: Id[]) =>
  Object.fromEntries(differences(lossesOf(stateOf(ticked), rows)).map((one) => [one.id, one]));
const names = (marks: readonly { readonly name: string }[]) => marks.map(({ name }) => name);

describe("side by side", () => {
  it("has a box for each loss of the registry", () => {
    expect([...ids].sort()).toEqual(Object.keys(losses).sort());
    expect(every).toHaveLength(21 + 35 + 35);
  });

  it("every pair, triple and quadruple is shown as ticked, drawn, tabled and told in words", () => {
    for (const ticked of every) {
      const state = stateOf(ticked);
      expect(chosen(state)).toEqual(ticked);
      for (const curves of ["loss", "pull"] as const) {
        const { series, top } = chartOf({ ...state, curves }, small, "miss");
        expect(series.map(({ id }) => id).sort()).toEqual([...ticked].sort());
        for (const { points } of series) for (const { y } of points) expect(y).toBeLessThanOrEqual(top);
        expect(table({ ...state, curves }, small).rows).toHaveLength(ticked.length);
      }
      const words = spec.say(state, small);
      for (const id of ticked) expect(words).toContain(entry(id).title);
      expect(words).not.toMatch(/undefined|NaN|at the (most|least)/);
    }
  });

  it("every choice is its own address, and the address leads back to it", () => {
    const hashes = every.map((ticked) => hashWith("", spec.id, spec.version, controls, stateOf(ticked)));
    expect(new Set(hashes).size).toBe(every.length);
    hashes.forEach((hash, k) => {
      expect(chosen(stateFrom(hash, spec.id, spec.version, controls))).toEqual(every[k]);
    });
  });

  it("an address that ticks one, none or all is clamped to two or to four, and says so", () => {
    for (const id of ids) {
      expect(chosen(stateOf([id]))).toHaveLength(2);
      expect(chosen(stateOf([id]))).toContain(id);
      expect(spec.say(stateOf([id]), small)).toMatch(/^Two are shown at the least/);
    }
    expect(chosen(stateOf([]))).toHaveLength(2);
    expect(chosen(stateOf(ids))).toEqual(ids.slice(0, 4));
    expect(spec.say(stateOf(ids), small)).toMatch(/^Four are shown at the most, without Tversky/);
  });

  it("a symbol is marked as one loss's own only where no other compared loss has it", () => {
    for (const ticked of every) {
      for (const { id, own } of Object.values(found(...ticked))) {
        for (const mark of own)
          for (const other of ticked)
            if (other !== id && entry(other).scores === entry(id).scores)
              expect(entry(other).marks.map((one) => one.id)).not.toContain(mark.id);
      }
    }
  });

  it("Tversky has its two weights beside Dice, and Dice nothing of its own", () => {
    const { dice, tversky } = found("dice", "tversky");
    expect(dice!.own).toEqual([]);
    expect(names(tversky!.own)).toEqual(["weight of a false positive", "weight of a false negative"]);
  });

  it("Tversky and focal Tversky share both weights and swap their letters; only the exponent is new", () => {
    const { tversky, "focal-tversky": power } = found("tversky", "focal-tversky");
    expect(tversky!.own).toEqual([]);
    expect(names(power!.own)).toEqual(["focusing parameter"]);
    expect(tversky!.letters.map(({ here, there }) => `${here}: ${there}`)).toEqual([
      "α: β in Focal Tversky loss",
      "β: α in Focal Tversky loss",
    ]);
  });

  it("Focal's γ and focal Tversky's are two symbols: one fades pixels, the other classes", () => {
    const pair = found("focal", "focal-tversky");
    expect(pair["focal"]!.own.map(({ id }) => id)).toContain("gamma");
    expect(pair["focal-tversky"]!.own.map(({ id }) => id)).toContain("gamma");
  });

  it("every loss states its needs, and has traps and evidence from its own page", () => {
    for (const { id, needs, traps, evidence, numbers } of rows.losses) {
      expect(new Set(needs.map(({ of }) => of)).size, id).toBe(rows.losses[0]!.needs.length);
      for (const { says } of needs) expect(says, id).toMatch(/\w/);
      expect(traps.length, id).toBeGreaterThan(0);
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { text } of numbers.reported) expect(text, id).toMatch(/^0\.\d{4}$/);
      for (const text of numbers.simulated) expect(text, id).toMatch(/^[01]\.\d\d$/);
    }
  });

  it("hands the browser nothing but what redraws", () => {
    expect(JSON.stringify(small)).not.toMatch(/<math|claims/);
    expect(JSON.stringify(small).length).toBeLessThan(16_000);
  });
});
