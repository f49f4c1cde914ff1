import { keep, machine } from "./keep.ts";
import { type BrowserRow, browserRows } from "./loss-pages.ts";
import { benchLosses, type LossBench } from "./loss-rows.ts";

/** `npm run bench -- --losses [--quick] [--record]`: the losses beside public libraries and the machine's floors. */
export async function run(flags: readonly string[]): Promise<void> {
  const quick = flags.includes("--quick");
  const sides = quick ? [128, 512] : [128, 512, 2048];
  const bench = await benchLosses(sides, quick ? 0.3 : 1.5);
  console.log(`Value and gradient, 3 classes, milliseconds, best (median) of the runs; ${machine()}`);
  for (const side of sides) table(bench, side);
  linear(bench.rows, sides[0]!, sides.at(-1)!);
  const browsers = await browserRows(512);
  inBrowsers(browsers);
  if (!bench.torch)
    console.log("\nPyTorch: no Python with it here; python/setup.sh makes one, or set PYTHON.");
  keep("losses", flags, {
    unit: "milliseconds for value and gradient",
    ...bench,
    browsers,
  });
}

function table({ rows, floors }: LossBench, side: number) {
  console.log(`\n${side} × ${side}`);
  const own = floors.find((one) => one.side === side && one.floor === "exps")!;
  for (const { floor, best, median } of floors.filter((one) => one.side === side)) {
    line(`floor: ${floor}`, best, median, "");
  }
  const here = rows.filter((row) => row.side === side);
  for (const { loss, by, best, median, value } of here.toSorted((a, b) => a.loss.localeCompare(b.loss))) {
    const floors = `${(best / own.best).toPrecision(3)} × exps`;
    line(`${loss}: ${by}`, best, median, `${floors.padStart(14)}   value ${value.toFixed(6)}`);
  }
}

function line(name: string, best: number, median: number, rest: string) {
  console.log(`${name.padEnd(44)} ${String(best).padStart(7)} ${`(${median})`.padEnd(9)}${rest}`);
}

/** What a pixel costs at the largest side against the smallest: 1 is linear. */
function linear(rows: LossBench["rows"], small: number, large: number) {
  console.log(`\nCost of a pixel at ${large}² against ${small}²`);
  for (const { loss, by, best } of rows.filter(
    (row) => row.by.startsWith("Loss Map") && row.side === small,
  )) {
    const far = rows.find((row) => row.loss === loss && row.by === by && row.side === large)!;
    console.log(
      `${`${loss}: ${by}`.padEnd(44)} ${((far.best * small ** 2) / (best * large ** 2)).toPrecision(3)}`,
    );
  }
}

function inBrowsers(rows: readonly BrowserRow[]) {
  for (const browser of new Set(rows.map((row) => row.browser))) {
    console.log(`\n${browser}, ${rows[0]!.side} × ${rows[0]!.side}`);
    for (const { loss, by, best } of rows.filter((row) => row.browser === browser)) {
      console.log(`${`${loss}: ${by}`.padEnd(44)} ${String(best).padStart(7)}`);
    }
  }
}
