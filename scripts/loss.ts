import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";
import { parseCase, runCase } from "../src/losses/case.ts";
import { libraryPresets, type Preset, paperPresets } from "../src/losses/presets.ts";

/** npm run --silent loss -- [cases.jsonl]: one JSON case a line in, one JSON result a line out. */
const usage = "usage: npm run --silent loss -- [cases.jsonl]   (standard input where no file is named)";
const libraries = join(import.meta.dirname, "../content/libraries");

function readPresets(): Preset[] {
  const files = statSync(libraries, { throwIfNoEntry: false }) ? readdirSync(libraries) : [];
  return files
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const { spellings = [] } = parse(readFileSync(join(libraries, file), "utf8"));
      return libraryPresets(basename(file, ".yaml"), spellings);
    })
    .concat(paperPresets);
}

/** JSON, or what Python's json.dumps writes for numbers that JSON lacks, so that the error can name the pixel. */
function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const strings = /("(?:[^"\\]|\\.)*")|\bNaN\b|(-?)\bInfinity\b/g;
    const lenient = text.replace(
      strings,
      (found, quoted, sign) => quoted ?? (found === "NaN" ? "null" : `${sign}1e999`),
    );
    if (lenient === text) throw error;
    return JSON.parse(lenient);
  }
}

/** A RangeError says what is wrong with the case; any other error is a fault of ours, and hinders no other case either. */
function messageOf(error: Error): string {
  if (error instanceof RangeError) return error.message;
  return `${error instanceof SyntaxError ? "not JSON" : "fault of this program"}: ${error.message}`;
}

/** The result of one line, and whether it failed. A case that fails says why and hinders no other. */
function answer(text: string, line: number, presets: readonly Preset[]): { result: object; failed: boolean } {
  let json: unknown;
  try {
    json = parseLine(text);
    return { result: { line, ...runCase(parseCase(json, presets)) }, failed: false };
  } catch (error) {
    const id = (json as { id?: unknown } | null | undefined)?.id;
    const named = id === undefined ? {} : { id };
    const message = messageOf(error as Error);
    return { result: { line, ...named, error: message }, failed: true };
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (rest.length > 0 || file === "--help" || file === "-h") {
    console.error(usage);
    return rest.length > 0 ? 2 : 0;
  }
  if (file && file !== "-" && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    console.error(`${file}: no such file\n${usage}`);
    return 2;
  }
  const presets = readPresets();
  const input = file && file !== "-" ? createReadStream(file, "utf8") : process.stdin.setEncoding("utf8");
  let line = 0;
  let failures = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    const trimmed = text.replace(/^\uFEFF/, "").trim();
    if (trimmed === "") continue;
    const { result, failed } = answer(trimmed, line, presets);
    if (failed) failures += 1;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
  return failures > 0 ? 1 : 0;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
