import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse, { type Result } from "lighthouse";
import { launch } from "../../test/site/browser.ts";
import { onePerKind } from "../../test/site/pages.ts";
import { compressedServer } from "./compressed.ts";
import { keep } from "./keep.ts";
import { paintMs } from "./paint.ts";

const rounds = 3;
const paintRounds = 5;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

interface Row {
  readonly path: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly mainThreadMs: number;
  readonly blockingMs: number;
  /** Seen under an applied slow line, which is what the budget is set in. */
  readonly largestPaintMs: number;
  /** Lighthouse's estimate, which its score for performance is made of. */
  readonly estimatedPaintMs: number;
  readonly shift: number;
  readonly kilobytes: number;
}

/**
 * Lighthouse's mobile run (four-fold slowdown, Slow 4G), the median of three interleaved rounds, and the largest paint
 * as the browser makes it under such a line, the median of five, on one page of each kind; beside them the floor: the
 * review's text, MathML and SVG with no style, script or font.
 */
export async function run(flags: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "lossmap-bench-"));
  cpSync(join(import.meta.dirname, "../../dist"), folder, { recursive: true });
  mkdirSync(join(folder, "floor"));
  writeFileSync(join(folder, "floor/index.html"), floorOf(readFileSync(join(folder, "index.html"), "utf8")));
  const server = compressedServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch("chromium", { args: ["--remote-debugging-port=0"] });
  const port = Number(new URL(browser.wsEndpoint()).port);

  const asked = flags.filter((flag) => flag.startsWith("/"));
  const paths =
    asked.length > 0 ? asked : onePerKind.map(({ path }) => path).filter((path) => path !== "/404.html");
  const seen = new Map<string, Result[]>();
  const paints = new Map<string, number[]>();
  // A host compresses once and for all: the first reader does not wait for it.
  for (const path of [...paths, "/floor/"]) await fetch(base + path);
  try {
    for (let round = 0; round < paintRounds; round++)
      for (const path of [...paths, "/floor/"])
        paints.set(path, [...(paints.get(path) ?? []), await paintMs(browser, base + path)]);
    for (let round = 0; round < rounds; round++) {
      for (const path of [...paths, "/floor/"]) {
        const result = await lighthouse(base + path, {
          port,
          logLevel: "error",
          onlyCategories: [...categories],
        });
        if (result) seen.set(path, [...(seen.get(path) ?? []), result.lhr]);
      }
    }
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
  const rows = [...seen].map(([path, results]) => rowOf(path, results, paints.get(path)!));
  print(rows);
  keep("pages", flags, { rounds, paintRounds, rows });
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

function rowOf(path: string, results: readonly Result[], paints: readonly number[]): Row {
  const audit = (id: string) =>
    median(results.map((result) => result.audits[id]?.numericValue ?? Number.NaN));
  const scores = categories.map((id) => [
    id,
    median(results.map((result) => (result.categories[id]?.score ?? 0) * 100)),
  ]);
  return {
    path,
    scores: Object.fromEntries(scores) as Record<string, number>,
    mainThreadMs: Math.round(audit("mainthread-work-breakdown")),
    blockingMs: Math.round(audit("total-blocking-time")),
    largestPaintMs: Math.round(median(paints)),
    estimatedPaintMs: Math.round(audit("largest-contentful-paint")),
    shift: Number(audit("cumulative-layout-shift").toFixed(4)),
    kilobytes: Math.round(audit("total-byte-weight") / 1000),
  };
}

/** Text, MathML and SVG alone. */
function floorOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<link [^>]*>|<meta http-equiv[^>]*>|<img [^>]*>/g, "");
}

function print(rows: readonly Row[]): void {
  const floor = rows.find(({ path }) => path === "/floor/");
  const ofFloor = (ms: number, least = Number.NaN) => `${ms} ms (${(ms / least).toFixed(2)}×)`;
  console.log(
    "page · performance, accessibility, best practices, search · main thread · blocking · " +
      "paint (of floor) · Lighthouse's estimate of it · shift · kB",
  );
  for (const row of rows)
    console.log(
      `${row.path.padEnd(28)} ${Object.values(row.scores).join(" ")} · ${row.mainThreadMs} ms · ${row.blockingMs} ms · ` +
        `${ofFloor(row.largestPaintMs, floor?.largestPaintMs)} · ` +
        `${ofFloor(row.estimatedPaintMs, floor?.estimatedPaintMs)} · ${row.shift} · ${row.kilobytes}`,
    );
}
