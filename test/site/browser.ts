import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
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

const packed = join(import.meta.dirname, "../../node_modules/@sparticuz/chromium/bin");

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

/** The packaged Chromium is built for Linux x64 alone; other machines leave the pictures to CI. */
export const pinnedRuns = process.platform === "linux" && process.arch === "x64";

/** The packaged Chromium, never an installed one, with the one text face of its package and the same edges anywhere. */
async function pinned(): Promise<{ executablePath: string; args: string[]; env: NodeJS.ProcessEnv }> {
  const executablePath = await chromium.executablePath();
  await lendLibraries(executablePath);
  const faces = await inflate(join(packed, "fonts.tar.br"));
  const folder = mkdtempSync(join(tmpdir(), "lossmap-faces-"));
  const config = join(folder, "fonts.conf");
  const places = `<dir>${faces}</dir><cachedir>${folder}</cachedir>`;
  writeFileSync(config, `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`);
  const args = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];
  return { executablePath, args, env: { ...process.env, FONTCONFIG_FILE: config } };
}

/** A bare Debian lacks three libraries that Chromium wants; they come inside the same npm package. */
async function lendLibraries(chrome: string): Promise<void> {
  const linked = spawnSync("ldd", [chrome], { encoding: "utf8" }).stdout ?? "";
  if (!linked.includes("not found")) return;
  setupLambdaEnvironment(join(await inflate(join(packed, "al2023.tar.br")), "lib"));
}

export const engines: readonly Engine[] = firefoxPath ? ["chromium", "firefox"] : ["chromium"];

export interface LaunchOptions {
  readonly dark?: boolean;
  readonly script?: boolean;
  /** Firefox preferences beyond the theme and the script switch. */
  readonly firefox?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
  /** Chromium as its package brings it, so that a picture is the same on every machine. */
  readonly pinned?: boolean;
}

/**
 * Milliseconds that anything may be waited for, a little less than a test may last (vitest.config.ts), so that it is the
 * wait that says what did not come. A slow machine is only slow.
 */
const patience = 290_000;
const patient = { timeout: patience, protocolTimeout: patience } as const;

export async function launch(engine: Engine, options: LaunchOptions = {}): Promise<Browser> {
  const browser = await start(engine, options);
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (...given) => {
    const page = await newPage(...given);
    page.setDefaultTimeout(patience);
    return page;
  };
  return browser;
}

async function start(engine: Engine, options: LaunchOptions): Promise<Browser> {
  const { dark = false, script = true } = options;
  if (engine === "firefox") {
    if (!firefoxPath) throw new Error("no Firefox here; install firefox-esr or set LOSSMAP_FIREFOX");
    return puppeteer.launch({
      ...patient,
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
  const { args = [], ...chrome } = options.pinned ? await pinned() : { executablePath: await chromePath() };
  return puppeteer.launch({
    ...patient,
    ...chrome,
    headless: "shell",
    args: [...quiet, ...theme, ...args, ...(options.args ?? [])],
  });
}
