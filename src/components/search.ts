/**
 * Search over the whole site, in a dialog. Everything that it needs comes with its first use, so that it goes on
 * working without a network. Enter or the arrow keys lead into the results; Escape closes and returns the focus.
 */

import { trustOwnScripts } from "../worker/trust.ts";

interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string; name?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
interface Result {
  id: string;
  data(): Promise<Found>;
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: Result[] } | null>;
  search(query: string | null): Promise<{ results: Result[] }>;
  preload(word: string): Promise<void>;
}

/** Results that are shown, and those among which a page of that very name is looked for. */
const most = 8;
const looked = 24;
/** Fewer pages than this, and pages that lack one of the words are shown below them. */
const few = 3;
const folder = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}pagefind/`;

const element = <K extends keyof HTMLElementTagNameMap>(name: K, properties: Record<string, unknown> = {}) =>
  Object.assign(document.createElement(name), properties);

const dialog = element("dialog", { className: "search" });
const input = element("input", {
  type: "search",
  id: "search-words",
  autocomplete: "off",
  spellcheck: false,
});
const says = element("p", { className: "small" });
const list = element("ol");

function build(): void {
  dialog.setAttribute("aria-label", "Search");
  says.setAttribute("role", "status");
  const form = element("form", { method: "dialog" });
  form.setAttribute("role", "search");
  const close = element("button", { type: "submit", textContent: "Close" });
  const label = element("label", {
    htmlFor: input.id,
    textContent: "Search text, symbols, papers and questions",
  });
  form.append(label, input, close);
  dialog.append(form, says, list);
  document.body.append(dialog);
  input.addEventListener("input", () => void find());
  dialog.addEventListener("keydown", walk);
  dialog.addEventListener("click", (event) => {
    // A click beside the dialog's own box closes it; a link leads away, also within this page.
    const link = event.target instanceof Element && event.target.closest("a");
    if (event.target === dialog || link) dialog.close();
  });
}

/** Enter in the field leads to the first result, the arrow keys from one to the next and back. */
function walk(event: KeyboardEvent): void {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  }
  // A search field would spend the first Escape on emptying itself.
  if (event.key === "Escape") dialog.close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  (links[at + step] ?? (at + step < 0 ? input : links.at(-1)))?.focus();
}

async function find(): Promise<void> {
  const query = input.value.trim();
  if (query === "") {
    list.replaceChildren();
    says.textContent = "";
    return;
  }
  const pagefind = await loaded();
  const found = await pagefind?.debouncedSearch(query);
  if (!found || query !== input.value.trim()) return;
  const results = [...found.results, ...(await nearly(pagefind!, query, found.results))];
  if (query !== input.value.trim()) return;
  const data = await Promise.all(results.slice(0, looked).map((result) => result.data()));
  list.replaceChildren(...namedFirst(query, answersFirst(query, data)).slice(0, most).map(entry));
  const count = results.length;
  says.textContent =
    count === 0
      ? `Nothing for “${query}”. Try the name of a loss, a symbol, or the words of what you see.`
      : count === 1
        ? "One page."
        : `${count} pages.`;
}

/**
 * Pages that hold some of the words, where few hold them all: people ask in sentences, and not all of those words are
 * ours. A word that few pages have counts more.
 */
async function nearly(pagefind: Pagefind, query: string, found: readonly Result[]): Promise<Result[]> {
  const words = spoken(query);
  if (found.length >= few || words.length < 3) return [];
  const answers = await Promise.all(words.map((word) => pagefind.search(word)));
  const near = new Map<string, { result: Result; weight: number }>();
  for (const { results } of answers)
    for (const result of results) {
      const weight = (near.get(result.id)?.weight ?? 0) + 1 / Math.sqrt(results.length);
      near.set(result.id, { result, weight });
    }
  for (const { id } of found) near.delete(id);
  return [...near.values()].sort((a, b) => b.weight - a.weight).map(({ result }) => result);
}

/** The words of a query that say something, as they were typed. */
const spoken = (query: string) =>
  query.split(/\s+/).filter((word) => !empty.has(word.toLowerCase().replace(/\W/g, "")));

/** A sentence is mostly a symptom: the pages that answer one stand before the others, each kind in its own order. */
function answersFirst(query: string, pages: readonly Found[]): readonly Found[] {
  if (spoken(query).length < 4) return pages;
  const answer = ({ url }: Found) => Number(/\/questions\/[^/#]/.test(url));
  return [...pages].sort((a, b) => answer(b) - answer(a));
}

/** A page and the part of it that fits best, with the words around what was found. */
function entry({ url, excerpt, meta, sub_results: [best] }: Found): HTMLLIElement {
  const part = best && best.url !== url ? best : undefined;
  const item = element("li");
  const link = element("a", { href: part?.url ?? url, textContent: meta.title ?? url });
  if (part) link.append(` · ${part.title.replace("§", "").trim()}`);
  const text = element("span", { className: "small" });
  text.append(...marked(part?.excerpt ?? excerpt));
  item.append(link, text);
  return item;
}

/** A page that is called what was asked for stands before those that only speak of it. */
function namedFirst(query: string, pages: readonly Found[]): Found[] {
  const asked = wordsOf(query);
  const share = ({ meta }: Found) => {
    const best = [meta.title, meta.name].map((name) => {
      const words = wordsOf(name ?? "");
      return asked.length > 0 && asked.every((word) => words.includes(word))
        ? asked.length / words.length
        : 0;
    });
    return Math.max(...best);
  };
  const rank = new Map(pages.map((page) => [page, share(page) < 0.5 ? 0 : share(page)]));
  return [...pages].sort((a, b) => rank.get(b)! - rank.get(a)!);
}

const empty = new Set(
  "a an and al but do does et for how i in is it loss my of on or should the to what when which why with".split(
    " ",
  ),
);
const wordsOf = (text: string) =>
  (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !empty.has(word));

/** Pagefind marks what was found and escapes < and >; all is taken as text, so that nothing is parsed as markup. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const text = part
      .replaceAll(/<\/?mark>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">");
    return part.startsWith("<mark>") ? element("mark", { textContent: text }) : new Text(text);
  });
}

const state: { pagefind?: Promise<Pagefind | undefined> } = {};

/** Pagefind, once; where the site was built without an index, it is said and nothing else happens. */
function loaded(): Promise<Pagefind | undefined> {
  trustOwnScripts();
  state.pagefind ??= import(/* @vite-ignore */ `${folder}pagefind.js`).then(
    async (pagefind: Pagefind) => {
      await pagefind.options({ excerptLength: 22 });
      void keep(pagefind);
      return pagefind;
    },
    () => {
      says.textContent = "This copy of the site was built without its search index.";
      return undefined;
    },
  );
  return state.pagefind;
}

/** Brings index and texts to this page, so that nothing is asked of the network afterwards. */
async function keep(pagefind: Pagefind): Promise<void> {
  const words = (await (await fetch(`${folder}words.json`)).json()) as string[];
  for (const word of words) await pagefind.preload(word);
  const { results } = await pagefind.search(null);
  for (const result of results) await result.data();
  dialog.dataset["kept"] = "";
}

export function openSearch(): void {
  if (!dialog.isConnected) build();
  void loaded();
  dialog.showModal();
  input.select();
}
