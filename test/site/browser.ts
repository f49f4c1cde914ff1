import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import chromium, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import puppeteer, { type Browser } from "puppeteer-core";
import { staticServer } from "../../scripts/serve.ts";

/** Reads the built site as a reader does: over HTTP, in the engines that this machine has. */

export const dist = join(import.meta.dirname, "../../dist");

export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine. */
export async function serve(folder = dist): Promise<Site> {
  const server = staticServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type Engine = "chromium" | "firefox";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];

/** An installed Firefox: LOSSMAP_FIREFOX, or where Debian and Ubuntu put it. */
export const firefoxPath = [
  process.env["LOSSMAP_FIREFOX"],
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
].find((path) => path !== undefined && existsSync(path));

/** An installed Chrome first (LOSSMAP_CHROME), else the Chromium that comes inside an npm package (Linux x64). */
async function chromePath(): Promise<string> {
  const installed = [
    process.env["LOSSMAP_CHROME"],
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path !== undefined && existsSync(path));
  if (installed) return installed;
  const path = await chromium.executablePath();
  await lendLibraries(path);
  return path;
}

/** A bare Debian lacks three libraries that Chromium wants; they come inside the same npm package. */
async function lendLibraries(chrome: string): Promise<void> {
  const linked = spawnSync("ldd", [chrome], { encoding: "utf8" }).stdout ?? "";
  if (!linked.includes("not found")) return;
  const packed = join(import.meta.dirname, "../../node_modules/@sparticuz/chromium/bin/al2023.tar.br");
  setupLambdaEnvironment(join(await inflate(packed), "lib"));
}

export const engines: readonly Engine[] = firefoxPath ? ["chromium", "firefox"] : ["chromium"];

export interface LaunchOptions {
  readonly dark?: boolean;
  readonly script?: boolean;
  /** Firefox preferences beyond the theme and the script switch. */
  readonly firefox?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}

export async function launch(engine: Engine, options: LaunchOptions = {}): Promise<Browser> {
  const { dark = false, script = true } = options;
  if (engine === "firefox") {
    if (!firefoxPath) throw new Error("no Firefox here; install firefox-esr or set LOSSMAP_FIREFOX");
    return puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxPath,
      headless: true,
      extraPrefsFirefox: {
        "ui.systemUsesDarkTheme": dark ? 1 : 0,
        "javascript.enabled": script,
        // What gets the focus is in sight at once, not after a glide.
        "general.smoothScroll": false,
        ...options.firefox,
      },
    });
  }
  const theme = dark ? ["--force-dark-mode"] : [];
  return puppeteer.launch({
    executablePath: await chromePath(),
    headless: "shell",
    args: [...quiet, ...theme, ...(options.args ?? [])],
  });
}
