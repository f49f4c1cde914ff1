import { loadavg } from "node:os";
import type { Page } from "puppeteer-core";
import { type Engine, engines, launch, type Site, serve } from "../../test/site/browser.ts";
import { keep } from "./keep.ts";

/** In milliseconds: one check, and all of them by the page's own button. */
const targets = { check: 100, all: 5000 };

/** Each seed has a page of its own, so that no check finds code that an earlier seed has warmed. */
const seeds = [1, 2, 3];

/**
 * What the claims cost a reader, in each engine, on the built page through its own buttons and worker. A check's time is
 * what the page prints: the worker's clock around the check alone, cold. What comes before the first check (the runner,
 * the worker and the code of all checks, over the wire from this machine) is told apart, as the time from the first press
 * of a fresh page to its words. A press runs the false variant as well, so presses are timed from press to words too.
 */
export async function run(flags: readonly string[]): Promise<void> {
  const site = await serve();
  const load = loadavg()[0]!.toFixed(1);
  const measured = [];
  try {
    for (const engine of engines) measured.push(await measure(engine, site));
  } finally {
    await site.close();
  }
  for (const { browser, slowest, over, checks, runAll, firstPress, presses, failed } of measured) {
    console.log(`\n${browser}, load ${load}, ${checks} checks, seeds ${seeds.join(", ")}`);
    for (const { id, worst, median } of slowest)
      console.log(`  ${id.padEnd(78)} ${worst.toFixed(1).padStart(7)} ms   median ${median.toFixed(1)}`);
    tell(`checks over ${targets.check} ms at any seed`, String(over));
    tell("checks that did not hold", String(failed));
    tell(`Run all, target ${targets.all} ms, at each seed`, `${runAll.join(", ")} ms`);
    tell("first press of a fresh page, code and worker with it, to its words", `${firstPress} ms`);
    tell("slowest later press, claim and false variant, to its words", `${presses.worst} ms, ${presses.id}`);
  }
  keep("claims", flags, { load, unit: "ms", targets, seeds, measured });
}

async function measure(engine: Engine, site: Site) {
  const browser = await launch(engine);
  const fresh = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
    const page = await browser.newPage();
    await page.setCacheEnabled(false);
    await page.goto(`${site.url}/claims/`, { waitUntil: "load" });
    const done = await use(page);
    await page.close();
    return done;
  };
  try {
    const runs: Awaited<ReturnType<typeof all>>[] = [];
    for (const seed of seeds) runs.push(await fresh((page) => page.evaluate(all, String(seed))));
    const { first, later } = await fresh((page) => page.evaluate(pressed));
    const slowest = Object.keys(runs[0]!.times)
      .map((id) => {
        const times = runs.map((run) => run.times[id]!).sort((a, b) => a - b);
        return { id, worst: times.at(-1)!, median: times[times.length >> 1]! };
      })
      .sort((a, b) => b.worst - a.worst);
    return {
      browser: await browser.version(),
      checks: slowest.length,
      failed: runs.reduce((sum, run) => sum + run.failed, 0),
      over: slowest.filter(({ worst }) => worst > targets.check).length,
      runAll: runs.map(({ milliseconds }) => Math.round(milliseconds)),
      firstPress: Math.round(first),
      presses: later.reduce((a, b) => (a.worst > b.worst ? a : b)),
      slowest: slowest.slice(0, 10),
    };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: Run all at a seed, timed from the press to the sentence that ends it, with what each check printed. */
async function all(seed: string) {
  document.querySelector<HTMLInputElement>(".claim-bar [name=seed]")!.value = seed;
  const status = document.querySelector(".claim-bar [role=status]")!;
  const started = performance.now();
  document.querySelector<HTMLButtonElement>("[data-run-all]")!.click();
  await new Promise<void>((resolve) => {
    new MutationObserver(() => /at seed/.test(status.textContent ?? "") && resolve()).observe(status, {
      childList: true,
    });
  });
  const milliseconds = performance.now() - started;
  const ran = [...document.querySelectorAll<HTMLElement>(".ran")];
  const times = ran.map((one) => [
    one.closest<HTMLElement>("[data-verdict]")!.dataset["verdict"]!,
    Number(/([\d.]+) ms\.$/.exec(one.textContent ?? "")?.[1] ?? Number.NaN),
  ]);
  const failed = ran.filter((one) => one.dataset["holds"] !== "true").length;
  return { milliseconds, failed, times: Object.fromEntries(times) as Record<string, number> };
}

/** Runs in the page: presses every Run button in turn, each timed to its words. */
async function pressed() {
  const later: { id: string; worst: number }[] = [];
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-run]")) {
    const place = button.closest("[data-verdict]")!;
    const started = performance.now();
    const words = new Promise<void>((resolve) => {
      new MutationObserver(() => place.querySelector(".ran p") && resolve()).observe(place, {
        childList: true,
        subtree: true,
      });
    });
    button.click();
    await words;
    later.push({ id: button.dataset["run"] ?? "", worst: Math.round(performance.now() - started) });
  }
  return { first: later[0]!.worst, later: later.slice(1) };
}

function tell(what: string, value: string) {
  console.log(`  ${what.padEnd(70)} ${value}`);
}
