import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { dist } from "./browser.ts";

/** What the visual regression looks at: key pages and figures, each in one width and one theme. */

export interface Look {
  /** The place, the width and the theme: the name of the reference picture. */
  readonly name: string;
  readonly path: string;
  /** A figure, or nothing for the first screen. */
  readonly figure?: string;
  /** Whether the address asks for a state, so that the figure's own script draws it. */
  readonly live: boolean;
  readonly width: number;
  readonly theme: "light" | "dark";
}

const look = (place: string, address: string, width: number, theme: Look["theme"]): Look => {
  const [path, fragment] = address.split("#") as [string, string?];
  const figure = fragment?.replace(/\..*/, "");
  const live = fragment !== undefined && fragment !== figure;
  const name = `${place}-${width}-${theme}`;
  return { name, path: live ? address : path, ...(figure && { figure }), live, width, theme };
};

export const looks: readonly Look[] = [
  look("review", "/", 1280, "light"),
  look("review", "/", 360, "dark"),
  look("two-axis-map", "/#two-axis-map", 1280, "light"),
  look("reference-panel", "/#reference-panel", 360, "light"),
  look("arena", "/#arena", 1280, "dark"),
  look("tversky-dial", "/#tversky-dial.v=1&tversky-dial.alpha=0.30&tversky-dial.beta=0.70", 1280, "light"),
  look("literature-map", "/map/#literature-map", 1280, "light"),
  look("lab-shares", "/lab/#lab-shares", 1280, "light"),
  look("lab-shares", "/lab/#lab-shares", 360, "dark"),
  look("gradients", "/lab/gradients/#gradients", 1280, "dark"),
  look("chooser", "/choose/#chooser", 360, "light"),
  look("side-by-side", "/compare/#side-by-side", 1280, "light"),
  look("family", "/families/tversky/", 1280, "dark"),
  look("calculator", "/questions/dice-above-one/#calculator", 360, "light"),
  look("claims", "/claims/", 1280, "light"),
  look("claims", "/claims/", 360, "dark"),
];

/** CSS pixels of height beyond which a figure is cut off, so that the pictures stay small. */
const tallest = 1200;

/** The site's faces are optional, which leaves one late by a tenth of a second out; a picture waits for them. */
function waitForFaces(page: Page, url: string): void {
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (!request.url().startsWith(url) || !/(\/|\.css)$/.test(path)) return void request.continue();
    const body = readFileSync(join(dist, path.endsWith("/") ? `${path}index.html` : path), "utf8");
    const contentType = path.endsWith("/") ? "text/html; charset=utf-8" : "text/css; charset=utf-8";
    void request.respond({
      contentType,
      body: body.replaceAll("font-display:optional", "font-display:block"),
    });
  });
}

/** The look as a PNG, one picture pixel a CSS pixel. */
export async function shoot(browser: Browser, url: string, look: Look): Promise<Uint8Array> {
  const { path, figure, live, width, theme } = look;
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: width < 500 ? 740 : 800, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    // The policy names the page's style by its hash, which the waiting faces change.
    await page.setBypassCSP(true);
    await page.setRequestInterception(true);
    waitForFaces(page, url);
    await page.goto(url + path, { waitUntil: "load" });
    if (live) await page.waitForSelector(`#${figure} live-figure[data-awake]`);
    await page.evaluate(async (id) => {
      await document.fonts.ready;
      const seen = [...document.images].filter((image) =>
        id ? image.closest(`#${id}`) : image.getBoundingClientRect().top < innerHeight,
      );
      for (const image of seen) image.loading = "eager";
      await Promise.all(seen.map((image) => image.decode()));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, figure);
    if (!figure) return await twiceAlike(() => page.screenshot());
    const box = await page.$eval(`#${figure}`, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
    const clip = { ...box, height: Math.min(box.height, tallest) };
    return await twiceAlike(() => page.screenshot({ clip, captureBeyondViewport: true }));
  } finally {
    await page.close();
  }
}

/** On a busy machine a tile may be taken before it is painted: a picture counts once it comes out twice alike. */
async function twiceAlike(take: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const picture = await take();
  const again = await take();
  return Buffer.compare(picture, again) === 0 ? picture : twiceAlike(take);
}
