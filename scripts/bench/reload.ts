import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { launch } from "../../test/site/browser.ts";
import { temporaryCopy } from "./copy.ts";
import { keep } from "./keep.ts";

const port = 4397;

interface Step {
  readonly edit: string;
  readonly seen: string;
  readonly seconds: number;
}

/** `npm run dev` as an author lives with it: edits of YAML, BibTeX and MDX, sound and broken, before an open page. */
export async function run(flags: readonly string[]): Promise<void> {
  const { folder, remove } = temporaryCopy();
  const astro = ["node_modules/astro/bin/astro.mjs", "dev", "--port", String(port)];
  const server = spawn(process.execPath, astro, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const browser = await launch("chromium");
  const steps: Step[] = [];
  try {
    const page = await browser.newPage();
    await opened(page, `http://localhost:${port}/`);
    const change = async (
      path: string,
      from: RegExp,
      to: string,
      seen: string,
      test: () => Promise<boolean>,
    ) => {
      const file = join(folder, path);
      const before = readFileSync(file, "utf8");
      if (!from.test(before)) throw new Error(`${path}: nothing to edit matches ${from}`);
      const started = performance.now();
      writeFileSync(file, before.replace(from, to));
      await until(test, `${path}: ${seen}`);
      steps.push({ edit: path, seen, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) });
      console.log(`${path}: ${seen} (${steps.at(-1)!.seconds} s)`);
      return before;
    };
    const text = () => page.evaluate(() => document.body.innerText).catch(() => "");
    const overlay = () =>
      page
        .evaluate(() => document.querySelector("vite-error-overlay")?.shadowRoot?.textContent ?? "")
        .catch(() => "");

    await opened(page, `http://localhost:${port}/evidence/`);
    const record = "content/measurements/dice-baseline.yaml";
    const sound = await change(
      record,
      /^title: /m,
      "title: Retitled, ",
      "the page shows the new title",
      async () => /Retitled/.test(await text()),
    );
    await change(record, /^kind:/m, "kind-of:", "the message covers the page, which stays", async () => {
      return (await overlay()).includes(`${record}:`) && /Retitled/.test(await text());
    });
    writeFileSync(join(folder, record), sound);
    await until(async () => (await overlay()) === "" && !/Retitled/.test(await text()), "mended");
    await opened(page, `http://localhost:${port}/`);
    await change(
      "references.bib",
      /Fully Convolutional Networks/,
      "Wholly Convolutional Networks",
      "the reference changes",
      async () => /Wholly Convolutional/.test(await text()),
    );
    await change(
      "content/review/01-abstract.mdx",
      /(\n---\n)/,
      "$1\nA new first sentence of the abstract.\n",
      "the prose changes",
      async () => /A new first sentence/.test(await text()),
    );
    await change(
      "content/review/01-abstract.mdx",
      /A new first sentence/,
      '<Cite of="nobody2020"/> first',
      "an unknown key is named over the page",
      async () => (await overlay()).includes("nobody2020") && /A new first sentence/.test(await text()),
    );
    keep("reload", flags, { steps });
  } finally {
    await browser.close();
    server.kill();
    remove();
  }
}

async function opened(page: Page, url: string): Promise<void> {
  await until(async () => (await page.goto(url).catch(() => null))?.ok() ?? false, "the page opens");
}

async function until(test: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await test())) {
    if (performance.now() > end) throw new Error(`waited a minute in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
