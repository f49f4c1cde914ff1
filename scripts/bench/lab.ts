import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { engines, launch, serve } from "../../test/site/browser.ts";
import { moduleServer } from "../../test/site/modules.ts";
import { keep } from "./keep.ts";
import { underHand } from "./lab-hand.ts";
import type { hearing, seven } from "./lab-page.ts";

/** In milliseconds. */
const targets = { sevenLosses: 3000, longestPause: 100, slowestAnswer: 100, gradientFrame: 16.7 };

/**
 * What the lab costs a reader, in each engine: all seven losses at the default protocol on two workers, cold; all ten rows
 * on the built page, with the longest pause of the page and its slowest answer to a hand meanwhile; and one frame of the
 * gradient view with all seven losses. The best of three is told, for other work on the machine only adds to it, and so
 * is the machine's load.
 */
export async function run(flags: readonly string[]): Promise<void> {
  const server = moduleServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site = await serve();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const load = loadavg()[0]!.toFixed(1);
  const measured = [];
  try {
    for (const engine of engines) measured.push(await measure(engine, url, site.url));
  } finally {
    server.close();
    await site.close();
  }
  for (const { browser, ...times } of measured) {
    console.log(`${browser}, load ${load}`);
    tell("seven losses, one seed, 200 steps, two workers, cold", times.sevenLosses, targets.sevenLosses);
    tell("all ten rows on the built page", times.tenRows);
    tell("longest pause of that page meanwhile", times.longestPause, targets.longestPause);
    tell("its slowest answer to a hand meanwhile", times.slowestAnswer, targets.slowestAnswer);
    tell(
      "seven losses, values and both gradients, 128 × 128 × 3",
      times.gradientFrame,
      targets.gradientFrame,
    );
  }
  keep("lab", flags, { load, unit: "ms", targets, measured });
}

async function measure(engine: (typeof engines)[number], url: string, site: string) {
  const browser = await launch(engine);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const ask = (call: string) =>
      page.evaluate(`import("/scripts/bench/lab-page.ts").then((page) => page.${call}())`);
    const runs: Awaited<ReturnType<typeof seven>>[] = [];
    for (let k = 0; k < 3; k++) runs.push((await ask("seven")) as (typeof runs)[number]);
    const { median } = (await ask("hearing")) as ReturnType<typeof hearing>;
    const best = <T>(list: readonly T[], of: (one: T) => number) => Math.min(...list.map(of));
    const hands: Awaited<ReturnType<typeof underHand>>[] = [];
    for (let k = 0; k < 3; k++) {
      await page.goto(`${site}/lab/`, { waitUntil: "load" });
      hands.push(await page.evaluate(underHand));
    }
    const round = (value: number) => Number(value.toFixed(1));
    return {
      browser: await browser.version(),
      sevenLosses: round(best(runs, ({ milliseconds }) => milliseconds)),
      tenRows: round(best(hands, ({ run }) => run)),
      longestPause: round(best(hands, ({ longestPause }) => longestPause)),
      slowestAnswer: round(best(hands, ({ slowestAnswer }) => slowestAnswer)),
      gradientFrame: round(median),
    };
  } finally {
    await browser.close();
  }
}

function tell(what: string, value: number, target?: number) {
  const wanted = target === undefined ? "" : `   target ${target} ms`;
  console.log(`  ${what.padEnd(58)} ${value.toFixed(1).padStart(8)} ms${wanted}`);
}
