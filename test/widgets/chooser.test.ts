import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { atlas } from "../../src/atlas/vite.ts";
import { rowsOf } from "../../src/components/figure-rows.ts";
import { losses } from "../../src/losses/registry.ts";
import { twoAxisMap } from "../../src/plots/two-axis.ts";
import { baseline, commandOf, kitFile } from "../../src/widgets/chooser/command.ts";
import { light } from "../../src/widgets/chooser/light.ts";
import { type Answers, advise, controlsOf, type Rows, say, whereOf } from "../../src/widgets/chooser/spec.ts";
import { steps } from "../../src/widgets/chooser/steps.ts";
import { sheet } from "../plots/drawn.ts";

const rows = rowsOf["chooser"]!(atlas) as Rows;

function* everyPath(questions = rows.questions): Generator<Answers> {
  const [first, ...rest] = questions;
  if (!first) {
    yield {};
    return;
  }
  for (const tail of everyPath(rest)) {
    for (const { id } of first.options) yield { ...tail, [first.id]: id };
  }
}
const paths = [...everyPath()];

describe("the chooser", () => {
  it("every path ends in a short list with at least one reason for each loss, and says what is not covered", () => {
    expect(paths.length).toBe(rows.questions.reduce((product, { options }) => product * options.length, 1));
    for (const answers of paths) {
      const { ranked, pool, pitfalls, gaps } = advise(answers, rows);
      const words = steps(answers, { pool });
      const path = JSON.stringify(answers);
      expect(ranked, path).toHaveLength(7);
      expect(pool.length, path).toBeGreaterThan(0);
      expect(pool.length, path).toBeLessThanOrEqual(3);
      for (const loss of pool) expect(loss.pro.length, path).toBeGreaterThan(0);
      expect(pitfalls.length, path).toBeGreaterThan(0);
      expect(gaps.length, path).toBeGreaterThan(0);
      expect(words).toHaveLength(3);
      expect(say(answers, rows)).toMatch(/^Look at .+ first\.$/);
    }
  });

  it("what is true of five losses alike speaks against all five, where one error costs more", () => {
    const id = "symmetric-losses-survive-the-swap";
    const { about } = atlas.claims.get(id)!;
    for (const answers of paths.filter(({ cost }) => cost !== "alike")) {
      const { ranked } = advise(answers, rows);
      const blamed = ranked
        .filter(({ contra }) => contra.some(({ href }) => href.endsWith(`#${id}`)))
        .map((loss) => loss.id);
      expect(blamed.toSorted()).toEqual(about.toSorted());
    }
  });

  it("no step tells a reader to leave what the list keeps, or to take what it leaves out, on any path", () => {
    const parts = [
      {
        take: "the per-pixel corner is open to you.",
        leave: "leave the per-pixel corner",
        overlap: "per-pixel",
      },
      { take: "take the surrogate", leave: "its surrogate has no special claim.", overlap: "metric-aware" },
      { take: "only a tunable loss can", leave: "buys you nothing", control: "tunable" },
    ];
    for (const answers of paths) {
      const { ranked, pool } = advise(answers, rows);
      const words = steps(answers, { pool });
      for (const [i, { take, leave, overlap, control }] of parts.entries()) {
        const own = ranked.filter((loss) => loss.overlap === overlap || loss.control === control);
        const kept = own.filter((loss) => pool.includes(loss));
        const told = `${JSON.stringify(answers)}: ${words[i]}`;
        if (kept.length) expect(words[i], told).not.toContain(leave);
        else expect(words[i], told).not.toContain(take);
        if (words[i]!.includes("more speaks for")) {
          const last = Math.min(...pool.map(({ balance }) => balance));
          for (const loss of own) expect(loss.balance, told).toBeLessThan(last);
        } else if (kept.length && !words[i]!.includes(take)) {
          for (const { title, pro } of kept) {
            expect(words[i], told).toContain(`${title} is in the list all the same`);
            for (const { says } of pro) expect(words[i], told).toContain(says.replace(/\.$/, ""));
          }
        }
        const named = rows.losses.filter(({ title }) => words[i]!.includes(`${title} is in the list`));
        for (const { id } of named)
          expect(
            kept.map((loss) => loss.id),
            told,
          ).toContain(id);
      }
    }
  });

  it("prints a command that the comparison file takes: its own name, and the list's losses as it spells them", () => {
    const kit = readFileSync(`python/${kitFile}`, "utf8");
    const taken = [...kit.matchAll(/^ {4}"([a-z-]+)": \w+,$/gm)].map((match) => match[1]);
    expect(taken.toSorted()).toEqual(Object.keys(losses).toSorted());
    expect(kit).toContain(`NAME = "${kitFile}"`);
    expect(kit).toContain(`    python ${kitFile} FOLDER --losses `);
    expect(kit.match(/[\w-]*compare\.py/g)!.filter((name) => name !== kitFile)).toEqual([]);
    for (const answers of paths) {
      const advice = advise(answers, rows);
      const [before, ids = ""] = commandOf(advice).split(" --losses ");
      expect(before).toBe(`python ${kitFile} FOLDER`);
      const [pool, trained] = [advice.pool.map(({ id }) => id), ids.split(" ")];
      expect(trained.slice(0, pool.length)).toEqual(pool);
      expect(trained.slice(pool.length)).toEqual(pool.includes(baseline) ? [] : [baseline]);
      expect(taken).toEqual(expect.arrayContaining(trained));
    }
  });

  it("names every loss of the short list once in words of the map, under the cell that its page states", () => {
    for (const answers of paths) {
      const advice = advise(answers, rows);
      const cells = whereOf(advice)
        .replace(/^On the map the list stands at |\.$/g, "")
        .split("; at ")
        .map((one) => one.split(": "));
      const told = cells.flatMap(([cell, titles = ""]) => titles.split(", ").map((title) => [title, cell]));
      const pages = advice.pool.map(({ id, title }) => {
        const { overlap, control } = atlas.families.get(id)!.front;
        return [title, `${overlap} and ${control}`];
      });
      expect(told.sort()).toEqual(pages.sort());
    }
  });

  it("lights the marks of the list and no others, and takes the light away again", () => {
    const map = twoAxisMap(sheet(340), rows.losses, { linked: false });
    const lit = () =>
      [...map.querySelectorAll("[data-pool]")].map((mark) => mark.getAttribute("data-family"));
    light(map, [{ id: "dice" }, { id: "tversky" }], "two");
    expect(lit().sort()).toEqual(["dice", "tversky"]);
    light(map, [{ id: "focal" }], "On the map: one.");
    expect(lit()).toEqual(["focal"]);
    expect(map.getAttribute("aria-description")).toBe("On the map: one.");
    expect(map.getAttribute("role")).toBe("img");
    expect(map.querySelector("a")).toBeNull();
  });

  it("every answer changes the advice on some path", () => {
    for (const { id, options } of rows.questions) {
      const differs = paths.some((answers) => {
        const texts = options.map((option) => JSON.stringify(advise({ ...answers, [id]: option.id }, rows)));
        return new Set(texts).size > 1;
      });
      expect(differs, id).toBe(true);
    }
  });

  it("every reason, pitfall and gap applies on some path", () => {
    const advice = paths.map((answers) => advise(answers, rows));
    for (const reason of rows.reasons) {
      expect(
        advice.some(({ ranked }) => ranked.some(({ pro, contra }) => [...pro, ...contra].includes(reason))),
      ).toBe(true);
    }
    for (const pitfall of rows.pitfalls)
      expect(advice.some(({ pitfalls }) => pitfalls.includes(pitfall))).toBe(true);
    for (const { says } of rows.gaps) expect(advice.some(({ gaps }) => gaps.includes(says))).toBe(true);
  });

  it("leaves cross-entropy out of the list where the foreground is scarce and probabilities are not needed", () => {
    for (const answers of paths) {
      if (
        answers["share"] !== "extreme" ||
        answers["calibrated"] === "yes" ||
        answers["metric"] === "accuracy"
      )
        continue;
      expect(advise(answers, rows).pool.map(({ id }) => id)).not.toContain("soft-cross-entropy");
    }
  });

  it("puts Lovász-Softmax into the list where IoU is the judge and both errors cost alike", () => {
    for (const answers of paths) {
      if (answers["metric"] !== "iou" || answers["cost"] !== "alike") continue;
      expect(advise(answers, rows).pool.map(({ id }) => id)).toContain("lovasz-softmax");
    }
  });

  it("warns of overlap losses wherever probabilities are needed, also of those that no reason speaks against", () => {
    for (const answers of paths.filter(({ calibrated }) => calibrated === "yes")) {
      const { pitfalls, gaps } = advise(answers, rows);
      const told = JSON.stringify(answers);
      expect(
        pitfalls.map(({ href }) => href.split("#")[1]),
        told,
      ).toContain("expected-dice-is-smallest-at-a-hard-answer");
      expect(gaps.join(" "), told).toContain("overlap losses other than Dice");
    }
  });

  it("opens on the reference task", () => {
    const controls = controlsOf(rows.questions);
    const initial = Object.fromEntries(
      Object.entries(controls).map(([id, { initial: answer }]) => [id, answer]),
    );
    expect(initial).toMatchObject({ share: "extreme", metric: "downstream", cost: "miss", stroke: "thin" });
    expect(advise(initial as Answers, rows).pool[0]?.id).toBe("tversky");
  });
});
