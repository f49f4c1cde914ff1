import type { Controls } from "../controls.ts";
import type { Widget } from "../widget.ts";
import { commandOf } from "./command.ts";
import { light } from "./light.ts";
import { type Answers, advise, type Entry, type Rows, specOf, whereOf } from "./spec.ts";
import { steps } from "./steps.ts";

/** Nothing is written anew: the page holds every reason, and the answers say which apply and in which order. */
export const widget: Widget<Controls, Rows> = {
  spec: specOf,

  show(host, state, rows) {
    const answers = state as Answers;
    const { ranked, pool, pitfalls, gaps } = advise(answers, rows);
    const where = whereOf({ pool });
    const map = host.querySelector('[data-picture="pool"] svg');
    if (map) light(map, pool, where);
    const words = host.querySelector("[data-where]");
    if (words) words.textContent = where;
    const list = host.querySelector("[data-ranked]");
    for (const loss of ranked) {
      const item = list?.querySelector<HTMLElement>(`[data-loss-id="${loss.id}"]`);
      if (!item) continue;
      item.toggleAttribute(
        "data-pool",
        pool.some(({ id }) => id === loss.id),
      );
      reveal(
        item,
        "reason",
        [...loss.pro, ...loss.contra].map((reason) => place(rows.reasons, reason)),
      );
      const balance = item.querySelector("[data-balance]");
      if (balance) balance.textContent = `${loss.pro.length} for, ${loss.contra.length} against`;
    }
    inOrder(
      list,
      ranked.map(({ id }) => id),
    );
    reveal(
      host,
      "pitfall",
      pitfalls.map((pitfall) => place(rows.pitfalls, pitfall)),
    );
    const applying = rows.gaps.flatMap(({ says }, i) => (gaps.includes(says) ? [i] : []));
    reveal(host, "gap", applying);
    const taken = steps(answers, { pool });
    host.querySelectorAll("[data-step]").forEach((step, i) => {
      step.textContent = taken[i] ?? "";
    });
    const command = host.querySelector("[data-command]");
    if (command) command.textContent = commandOf({ pool });
  },
};

const place = (all: readonly Entry[], one: Entry) => all.indexOf(one);

/** Moves items only when their order changes: an item that is moved loses the focus that a reader has in it. */
function inOrder(list: Element | null, ids: readonly string[]): void {
  const items = [...(list?.querySelectorAll<HTMLElement>(":scope > [data-loss-id]") ?? [])];
  if (items.every((item, k) => item.dataset["lossId"] === ids[k])) return;
  list?.append(
    ...items.sort((a, b) => ids.indexOf(a.dataset["lossId"]!) - ids.indexOf(b.dataset["lossId"]!)),
  );
}

/** Shows the items of a kind whose number is listed, and hides the others. */
function reveal(host: Element, kind: string, numbers: readonly number[]): void {
  for (const item of host.querySelectorAll<HTMLElement>(`[data-${kind}]`)) {
    item.hidden = !numbers.includes(Number(item.dataset[kind]));
  }
}
