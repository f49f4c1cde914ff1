import { spawn } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryCopy } from "./copy.ts";
import { keep } from "./keep.ts";

interface Size {
  readonly added: number;
  readonly pages: number;
  readonly seconds: number;
  /** Of all cores together; a busy machine makes a build long and leaves this nearly as it is. */
  readonly processorSeconds: number | undefined;
  readonly pagesPerSecond: number;
  readonly peakMegabytes: number | undefined;
}

/** Builds the site with 0, 10, 100 and 1,000 family pages and papers more than it has. */
export async function run(flags: readonly string[]): Promise<void> {
  const wanted = flags.filter((flag) => /^\d+$/.test(flag)).map(Number);
  const results: Size[] = [];
  for (const added of wanted.length > 0 ? wanted : [0, 10, 100, 1000]) {
    const size = await build(added);
    results.push(size);
    const memory =
      size.peakMegabytes === undefined ? "memory not read here" : `${size.peakMegabytes} MB at most`;
    console.log(
      `${added} more: ${size.pages} pages in ${size.seconds} s, ${size.pagesPerSecond} a second, ${memory}`,
    );
  }
  const more = results.slice(1).map((size, i) => {
    const before = results[i]!;
    const aPage = (from: number, to: number) =>
      Math.round((1000 * (to - from)) / (size.pages - before.pages));
    const processor = [before.processorSeconds, size.processorSeconds];
    return {
      from: before.pages,
      to: size.pages,
      millisecondsAPage: aPage(before.seconds, size.seconds),
      processorMillisecondsAPage:
        processor[0] === undefined || processor[1] === undefined
          ? undefined
          : aPage(processor[0], processor[1]),
    };
  });
  for (const { from, to, millisecondsAPage, processorMillisecondsAPage } of more) {
    console.log(
      `from ${from} to ${to} pages: ${millisecondsAPage} ms a page more, ${processorMillisecondsAPage ?? "?"} ms of processor`,
    );
  }
  keep("scale", flags, { results, more });
}

async function build(added: number): Promise<Size> {
  const { folder, remove } = temporaryCopy();
  try {
    multiply(folder, added);
    const started = performance.now();
    const { code, output, peak, processor } = await runAstro(folder);
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(output.slice(-3000));
    const pages = globSync("dist/**/*.html", { cwd: folder }).length;
    return {
      added,
      pages,
      seconds: Number(seconds.toFixed(1)),
      processorSeconds: processor,
      pagesPerSecond: Math.round(pages / seconds),
      peakMegabytes: peak,
    };
  } finally {
    remove();
  }
}

/** Dice and the paper of the focal loss again and again, under names of their own. */
function multiply(folder: string, added: number): void {
  if (added === 0) return;
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const letters = (n: number) => [...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const names = Array.from({ length: added }, (_, i) => letters(i));

  const page = read("content/families/dice.mdx");
  const record = read("src/losses/dice.ts");
  const paper = read("content/papers/lin2017focal.yaml");
  const entry = /@\w+\{lin2017focal,[\s\S]*?\n\}/.exec(read("references.bib"))![0];
  for (const name of names) {
    write(`content/families/copy-${name}.mdx`, page.replaceAll('of="dice"', `of="copy-${name}"`));
    write(`src/losses/copy-${name}.ts`, record.replace('id: "dice"', `id: "copy-${name}"`));
    write(`content/papers/lin2017copy${name}.yaml`, paper);
  }
  // One work stands under one key, so each copy is a work of its own.
  const entries = names.map((name, i) =>
    entry
      .replace("lin2017focal", `lin2017copy${name}`)
      .replace(/ doi +=[^}]*/, `$&.${name}`)
      .replace(/( eprint +=[^}]*\.)\d+/, `$1${50_000 + i}`),
  );
  write("references.bib", `${read("references.bib")}\n${entries.join("\n\n")}\n`);
  const registry = read("src/losses/registry.ts");
  const copies = names.map((name) => `  "copy-${name}": { ...dice, id: "copy-${name}" },\n`).join("");
  write("src/losses/registry.ts", registry.replace(/^\};/m, `${copies}};`));
}

interface Built {
  readonly code: number;
  readonly output: string;
  /** Megabytes. */
  readonly peak: number | undefined;
  /** Seconds of all cores. */
  readonly processor: number | undefined;
}

/** One build, with the most memory that its process held, read from /proc where there is one. */
function runAstro(folder: string): Promise<Built> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", "build"], { cwd: folder });
    let output = "";
    let peak: number | undefined;
    let processor: number | undefined;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
        // User and system time in hundredths of a second, as Linux counts for every process.
        const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        processor = (Number(fields[11]) + Number(fields[12])) / 100;
        if (kilobytes > 0) peak = Math.max(peak ?? 0, Math.round(kilobytes / 1024));
      } catch {
        // Another system, or the process has just ended.
      }
    }, 100);
    const take = (part: Buffer) => {
      output += part.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (code) => {
      clearInterval(look);
      resolve({ code: code ?? 1, output, peak, processor });
    });
  });
}
