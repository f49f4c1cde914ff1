import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

/** In every display equation of every page each letter is a symbol with words, here or where a key leads from here. */

const documents = new Map(pages.map(({ path, html }) => [path, parseHTML(html).document]));
const equations = [...documents].flatMap(([path, document]) =>
  [...document.querySelectorAll('math[display="block"]')].map((math, k) => ({
    math,
    path,
    where: `${path}, equation ${k + 1}`,
  })),
);

const lossOf = (element: Element) => element.closest("[data-loss]")?.getAttribute("data-loss") ?? "";
const idOf = (element: Element) => element.getAttribute("data-symbol") ?? "";

/** An index, or where a sum begins: the second child of what has a lower script. */
function lowered(letter: Element, math: Element): boolean {
  for (let at: Element = letter; at !== math && at.parentElement; at = at.parentElement) {
    const { localName, children } = at.parentElement;
    if (/^(msub|msubsup|munder|munderover)$/.test(localName) && children[1] === at) return true;
  }
  return false;
}

/** One letter of any alphabet that mathematics uses, but Euler's e and the sets of numbers. */
const isLetter = (text: string) => /^[\p{L}\u{1D400}-\u{1D7CB}]$/u.test(text) && !/[eℝℕℤℚℂ]/.test(text);

/** The words of a symbol: its entry in a list of its page, or what its equation carries for the reader's ears. */
function saidHere(symbol: Element, path: string): boolean {
  const told = symbol.closest(".equation")?.getAttribute("data-meanings") ?? "{}";
  return entryOf(lossOf(symbol), idOf(symbol), path) !== undefined || idOf(symbol) in JSON.parse(told);
}

const entryOf = (loss: string, id: string, path: string) =>
  [...(documents.get(path)?.querySelectorAll(`li[data-symbol="${id}"]`) ?? [])].find(
    (entry) => lossOf(entry) === loss,
  );

test("every letter of every display equation stands in a symbol", () => {
  const bare = equations.flatMap(({ math, where }) =>
    [...math.querySelectorAll("mi")]
      .filter((mi) => isLetter(mi.textContent ?? "") && !lowered(mi, math) && !mi.closest("[data-symbol]"))
      .map((mi) => `${where}: ${mi.textContent}`),
  );
  expectNone(bare);
  expect(equations.length).toBeGreaterThan(120);
});

test("every display equation has symbols, a loss or paper that they belong to, and one tab stop", () => {
  expectNone(
    equations.flatMap(({ math, where }) => [
      ...(math.querySelector("[data-symbol]") ? [] : [`${where}: no symbol`]),
      ...(lossOf(math) === "" ? [`${where}: no loss`] : []),
      ...(math.closest('.equation .math-display[tabindex="0"]') ? [] : [`${where}: no tab stop`]),
    ]),
  );
});

test("every symbol has its words on the page, or on the page to which Enter leads, and they lead back", () => {
  const silent = equations.flatMap(({ math, path, where }) =>
    [...math.querySelectorAll("[data-symbol]")].flatMap((symbol) => {
      const [loss, id] = [lossOf(symbol), idOf(symbol)];
      const page = symbol.closest(".equation")?.getAttribute("data-words");
      const home = entryOf(loss, id, path) ? path : page;
      if (!home || !saidHere(symbol, path)) return [`${where}: ${id} has no words here`];
      const entry = documents.get(home)?.getElementById(`symbol-${loss}-${id}`);
      // The comparison's own list stands below its equation; its entries have no address.
      const found = entry ?? (home === path ? entryOf(loss, id, path) : undefined);
      return found ? [] : [`${where}: ${id} has no entry on ${home}`];
    }),
  );
  expectNone([...new Set(silent)]);
});

test("every entry of a list of symbols stands for a mark in an equation of its page", () => {
  let entries = 0;
  const idle = [...documents].flatMap(([path, document]) =>
    [...document.querySelectorAll(".symbols li[data-symbol]")].flatMap((entry) => {
      entries++;
      const answers = [...document.querySelectorAll(`math [data-symbol="${idOf(entry)}"]`)].some(
        (mark) => mark.closest('math[display="block"]') && lossOf(mark) === lossOf(entry),
      );
      return answers ? [] : [`${path}: ${lossOf(entry)}.${idOf(entry)}`];
    }),
  );
  expectNone(idle);
  expect(entries).toBeGreaterThan(100);
});

test("what moves a symbol is a control that says so and leads back to the symbol", () => {
  let movers = 0;
  const lost = [...documents].flatMap(([path, document]) =>
    [...document.querySelectorAll('.symbols li[data-symbol] a[href*="#"]')].flatMap((link) => {
      const [page = "", anchor = ""] = (link.getAttribute("href") ?? "").split("#");
      if (anchor.startsWith("symbol-")) return [];
      movers++;
      const control = documents.get(page)?.getElementById(anchor);
      const moves = (control?.closest("[data-moves]")?.getAttribute("data-moves") ?? "").split(" ");
      const id = idOf(link.closest("li")!);
      return moves.some((move) => move.endsWith(`.${id}`)) ? [] : [`${path}: ${id} to ${page}#${anchor}`];
    }),
  );
  expectNone(lost);
  expect(movers).toBeGreaterThan(10);
});

test("every family's page has its paper's letters beside its own, and a row for each library that spells the loss", () => {
  const families = [...documents].filter(([path]) => path.startsWith("/families/"));
  expect(families).toHaveLength(7);
  for (const [path, document] of families) {
    const letters = [...document.querySelectorAll(".symbols li small")].map((small) => small.textContent);
    expect(letters.join(), path).toMatch(/in its paper/);
    const rows = [...document.querySelectorAll(".notation tbody tr")].map((row) => row.textContent ?? "");
    const libraries = rows.filter((row) => /\d/.test(row));
    expect(libraries.length, path).toBeGreaterThan(2);
    for (const link of document.querySelectorAll(".notation tbody a[href*='/libraries/']")) {
      const [page = "", anchor = ""] = (link.getAttribute("href") ?? "").split("#");
      expect(documents.get(page)?.getElementById(anchor), `${path}: ${page}#${anchor}`).toBeTruthy();
    }
  }
});
