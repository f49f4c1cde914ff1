import type { AddressInfo } from "node:net";
import { availableParallelism, loadavg } from "node:os";
import { launch } from "../../test/site/browser.ts";
import { moduleServer } from "../../test/site/modules.ts";
import type { hearing, seven } from "./lab-page.ts";

/**
 * npm run bench:lab    what the lab costs a reader, in Chromium: all seven losses at the default protocol on two
 * workers (target 3 s), the longest pause of the page meanwhile (target 100 ms), and one frame of the gradient view
 * with all seven losses (target 16.7 ms). The best of three is told, for a machine at other work only adds to it.
 */
const server = moduleServer();
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await launch("chromium");
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ask = (call: string) =>
    page.evaluate(`import("/scripts/bench/lab-page.ts").then((page) => page.${call}())`);
  const runs: Awaited<ReturnType<typeof seven>>[] = [];
  for (let k = 0; k < 3; k++) runs.push((await ask("seven")) as (typeof runs)[number]);
  const frame = (await ask("hearing")) as ReturnType<typeof hearing>;
  const best = runs.reduce((a, b) => (a.milliseconds < b.milliseconds ? a : b));
  const tell = (what: string, value: number, target: number) =>
    console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(8)} ms   target ${target} ms`);
  console.log(
    `${await browser.version()}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`,
  );
  tell("seven losses, one seed, 200 steps, two workers, cold", best.milliseconds, 3000);
  tell("longest pause of the page meanwhile", best.longestPause, 100);
  tell("seven losses, values and both gradients, 128 × 128 × 3", frame.median, 16.7);
} finally {
  await browser.close();
  server.close();
}
