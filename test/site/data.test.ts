import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { graph, measurements } from "../../src/atlas/publish.ts";
import { dist } from "./browser.ts";

/** What programs read against what the pages print: the map's marks and ties, and every number. */

const read = (path: string) => readFileSync(join(dist, path), "utf8");
const html = (path: string) => parseHTML(read(path)).document;

test("/graph.json agrees with its schema and with the map's panels", () => {
  const data = graph.parse(JSON.parse(read("graph.json")));
  const page = html("map/index.html");
  // The page sets its quotes; the record is typed straight, for programs.
  const straight = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  const words = (element: Element | null) =>
    straight(element?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  const drawn = (mark: string) => [...page.querySelectorAll(`svg.literature [data-mark="${mark}"]`)];
  const titles = new Map(data.nodes.map(({ id, title }) => [id, title]));
  for (const { id, from, to, type, sentence, source, claim, proof } of data.edges) {
    const panel = page.getElementById(id)!;
    expect(words(panel.querySelector("h3"))).toBe(`${titles.get(from)} ${type} ${titles.get(to)}`);
    expect(words(panel)).toContain(straight(sentence));
    expect(panel.querySelector("button[data-run]")?.getAttribute("data-run") ?? undefined).toBe(claim);
    expect(panel.querySelectorAll(".proof li").length).toBe(proof?.length ?? 0);
    const facts = panel.querySelector("p.facts:last-child");
    const leads = [...facts!.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(words(facts)).toContain(`, ${straight(source.where)}`);
    expect(leads[0]).toBe(`/papers/${source.key}/`);
    expect(leads.find((link) => link?.includes("#equation-"))).toBe(
      source.equation && `/papers/${source.key}/#equation-${source.equation}`,
    );
    const ties = drawn(id);
    expect(ties, id).toHaveLength(4);
    for (const tie of ties) {
      expect([tie.getAttribute("data-from"), tie.getAttribute("data-to")]).toEqual([from, to]);
      expect(tie.classList.contains(type.replaceAll(" ", "-"))).toBe(true);
      expect(tie.querySelector(".disc") !== null).toBe(claim !== undefined);
    }
  }
  const named = [...page.querySelectorAll(".panel[id^=node-]")].map(({ id }) => id.replace("node-", ""));
  expect(named.toSorted()).toEqual(data.nodes.map(({ id }) => id).toSorted());
  const columns = [...page.querySelectorAll("svg.literature[aria-label$='by year']")];
  for (const { id, kind, title, year, paper, overlap, control } of data.nodes) {
    const panel = page.getElementById(`node-${id}`)!;
    expect(words(panel.querySelector("h3"))).toBe(title);
    const what = kind === "loss" ? "one of the seven" : `${kind}, outside the frame of the review`;
    expect(words(panel.querySelector(".facts"))).toBe(year ? `${what}, ${year}` : what);
    const last = panel.querySelector("p.facts:last-child");
    if (paper) expect(last?.querySelector(`a[href="/papers/${paper}/"]`), id).toBeTruthy();
    const row = page.querySelector(`[data-of="table"] th [data-mark="node-${id}"]`)?.closest("tr");
    expect([...row!.querySelectorAll("td")].slice(0, 2).map(words)).toEqual([kind, String(year ?? "")]);
    for (const mark of drawn(`node-${id}`)) {
      expect(mark.classList.contains(kind)).toBe(true);
      expect(mark.classList.contains(overlap ?? "none")).toBe(overlap !== undefined);
      expect(mark.querySelector(".tuned") !== null).toBe(control === "tunable");
    }
    for (const picture of columns) {
      const x = (element: Element) =>
        Number(/translate\(([\d.]+)/.exec(element.getAttribute("transform")!)![1]);
      const names = [...picture.querySelectorAll("text.axis-word")];
      const at = x(picture.querySelector(`[data-mark="node-${id}"]`)!);
      const nearest = names.toSorted(
        (a, b) => Math.abs(Number(a.getAttribute("x")) - at) - Math.abs(Number(b.getAttribute("x")) - at),
      )[0]!;
      expect(words(nearest).slice(-2), id).toBe(year === undefined ? "er" : String(year).slice(-2));
    }
  }
});

test("/measurements.json agrees with its schema and with what the evidence page prints", () => {
  const data = measurements.parse(JSON.parse(read("measurements.json")));
  const page = html("evidence/index.html");
  const here = data.numbers.filter(({ href }) => href.startsWith("/evidence/#"));
  expect(here.length).toBeGreaterThan(50);
  for (const { text, href } of here)
    expect(page.getElementById(href.split("#")[1]!)!.textContent).toContain(text);
  expect(new Set(here.map(({ href }) => href.split("#")[1])).size).toBe(
    page.querySelectorAll("li.record").length,
  );
});
