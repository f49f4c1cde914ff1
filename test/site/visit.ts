import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import axe from "axe-core";
import type { Browser, HTTPRequest, Page } from "puppeteer-core";
import { dist } from "./browser.ts";

/** One visit to a page, as a reader without a cache makes it, and everything that it tells. */

export interface Facts {
  readonly path: string;
  /** Whatever was written to the console, thrown, or failed to load. */
  readonly messages: readonly string[];
  readonly requests: readonly { readonly url: string; readonly kind: string; readonly bytes: number }[];
  readonly violations: readonly string[];
  readonly nodes: number;
  readonly shift: number;
  readonly axe: { readonly light: readonly string[]; readonly dark: readonly string[] };
}

const compressed = new Map<string, number>();

/** Bytes on the wire with Brotli, which every host offers for text; fonts and pictures travel as they are. */
export function brotliBytes(path: string): number {
  const known = compressed.get(path);
  if (known !== undefined) return known;
  const raw = readFileSync(join(dist, path.endsWith("/") ? `${path}index.html` : path));
  const packed = /\.(woff2|png|jpg|webp|avif)$/.test(extname(path));
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  };
  const bytes = packed ? raw.length : brotliCompressSync(raw, options).length;
  compressed.set(path, bytes);
  return bytes;
}

/**
 * Firefox lays a page out while it still arrives and may say this of a formula of which it has only the first half;
 * html.test.ts holds that every formula is whole in the end.
 */
const halfArrived = /^Invalid markup: Incorrect number of children for <m\w+\/> tag\.$/;

/** Collects from now on what a page says where no reader should hear anything. */
export function listen(page: Page): string[] {
  const messages: string[] = [];
  page.on("console", (message) => {
    if (!halfArrived.test(message.text())) messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    const text = error instanceof Error ? error.message : String(error);
    if (!halfArrived.test(text)) messages.push(`error: ${text}`);
  });
  page.on("requestfailed", (request) => messages.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    const notFoundPage = /\/404(\.html|\/)?$/.test(response.url());
    if (response.status() >= 400 && !notFoundPage) messages.push(`${response.status()}: ${response.url()}`);
  });
  return messages;
}

interface Observed {
  observed: { violations: string[]; shift: number };
}

/** Runs in the page before any script of its own. */
function observe(): void {
  const observed = { violations: [] as string[], shift: 0 };
  Object.assign(globalThis, { observed });
  document.addEventListener("securitypolicyviolation", (event) =>
    observed.violations.push(
      `${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
    ),
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      observed.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Every finding of axe as one line: rule, what is wrong, first places. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as { axe: typeof import("axe-core") };
    const found = await tool.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.violations.map(({ id, help, nodes }) => {
      const first = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`);
      return `${id}: ${help} (${nodes.length}): ${first.join(" | ").replaceAll(/\s+/g, " ")}`;
    });
  });
}

/**
 * Scripts come after the first paint, as on a slow line: only then would what they change move what a reader sees, and
 * on a quick machine nobody would notice.
 */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let held: HTTPRequest[] | undefined = [];
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (held && request.resourceType() === "script") held.push(request);
    else void request.continue();
  });
  return async () => {
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const waiting = held ?? [];
    held = undefined;
    await Promise.all(waiting.map((request) => request.continue()));
  };
}

export async function visit(browser: Browser, url: string, path: string): Promise<Facts> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    const messages = listen(page);
    const requests: { url: string; kind: string; bytes: number }[] = [];
    page.on("request", (request) => {
      if (/^(data|blob):/.test(request.url())) return;
      const own = request.url().startsWith(url);
      const bytes = own ? brotliBytes(new URL(request.url()).pathname) : 0;
      requests.push({ url: request.url(), kind: request.resourceType(), bytes });
    });
    await page.evaluateOnNewDocument(observe);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    const release = await holdScripts(page);
    const arrived = page.goto(url + path, { waitUntil: "networkidle0" });
    await Promise.all([arrived, release()]);
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    const asked = [...requests];
    const { violations, shift } = await page.evaluate(() => (globalThis as unknown as Observed).observed);
    const light = await axeFindings(page);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    const dark = await axeFindings(page);
    return { path, messages, requests: asked, violations, nodes, shift, axe: { light, dark } };
  } finally {
    await page.close();
  }
}

/** Work through a list a few at a time: two tabs keep two cores busy. */
export async function inTurns<A, B>(
  list: readonly A[],
  work: (item: A) => Promise<B>,
  width = 2,
): Promise<B[]> {
  const done: B[] = [];
  const queue = list.entries();
  const worker = async () => {
    for (const [index, item] of queue) done[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return done;
}
