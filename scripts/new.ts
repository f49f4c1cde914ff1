/**
 * `npm run new -- family|paper|claim|question|library NAME`: files that pass `npm run check` at once, and a list of
 * what only a person can fill in. `npm run new -- paper --bibtex [KEY] < entry.bib` takes the entry as it is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadAtlas } from "../src/atlas/load.ts";
import { contentFiles, registries } from "../src/atlas/node.ts";
import { ContentError, describe } from "../src/atlas/problems.ts";
import { claim } from "./new/claim.ts";
import { type Draft, Refusal, todo } from "./new/draft.ts";
import { family } from "./new/family.ts";
import { library } from "./new/library.ts";
import { paper } from "./new/paper.ts";
import { question } from "./new/question.ts";

const root = process.cwd();
const kinds = { family, claim, question, library };
const usage = "npm run new -- family|paper|claim|question|library NAME, or paper --bibtex [KEY] < entry.bib";

function draftFrom(args: readonly string[]): Draft {
  const [kind = "", ...names] = args.filter((arg) => !arg.startsWith("--"));
  const [name, another] = names;
  const bibtex = kind === "paper" && args.includes("--bibtex");
  const flag = args.find((arg) => arg.startsWith("--") && !(bibtex && arg === "--bibtex"));
  if (kind === "") throw new Refusal(`what is to be added? ${usage}`);
  if (kind !== "paper" && !Object.hasOwn(kinds, kind)) throw new Refusal(`${kind}: not a kind; ${usage}`);
  if (flag !== undefined) throw new Refusal(`${flag}: means nothing here; ${usage}`);
  if (another !== undefined)
    throw new Refusal(`${names.join(" ")}: one name at a time; join its words by hyphens`);
  if (kind === "paper") return paper(name, root, bibtex ? standardInput() : undefined);
  if (name === undefined) throw new Refusal(`${kind}: has no name yet; npm run new -- ${kind} some-name`);
  return kinds[kind as keyof typeof kinds](name, root);
}

/** All of it; a person at a terminal is told that it is waited for. */
function standardInput(): string {
  if (process.stdin.isTTY) console.error("paste one BibTeX entry, then press Ctrl-D on a line of its own");
  return readFileSync(0, "utf8");
}

/** The content as it would be, read by the site's own loader; problems that were there before are not ours. */
async function newProblems({ files }: Draft): Promise<string[]> {
  const known = await registries();
  const problemsOf = (content: ReadonlyMap<string, string>, losses: readonly string[]) => {
    try {
      loadAtlas(content, { ...known, losses });
      return [];
    } catch (error) {
      if (error instanceof ContentError) return error.problems.map(describe);
      throw error;
    }
  };
  const before = contentFiles(root);
  const after = new Map([
    ...before,
    ...[...files].filter(([path]) => /^(content\/|references\.bib)/.test(path)),
  ]);
  const added = [...files.keys()].flatMap(
    (path) => /^src\/losses\/(?!registry)([\w-]+)\.ts$/.exec(path)?.[1] ?? [],
  );
  const losses = known.losses ?? [];
  const old = new Set(problemsOf(before, losses));
  return problemsOf(after, [...losses, ...added]).filter((line) => !old.has(line));
}

/** The lines of a draft that wait for a person, less those that waited before it. */
function missingIn(path: string, text: string): string[] {
  const before = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
  const old = new Set(before.split("\n"));
  return text.split("\n").flatMap((line, index) => {
    const what = line.split(todo)[1]?.split('"')[0]?.trim();
    return what && !old.has(line) ? [`${path}:${index + 1}: ${what}`] : [];
  });
}

try {
  const draft = draftFrom(process.argv.slice(2));
  const problems = await newProblems(draft);
  if (problems.length > 0) throw new Refusal(`nothing was written:\n${problems.join("\n")}`);
  const missing = [...draft.files].flatMap(([path, text]) => missingIn(path, text));
  for (const [path, text] of draft.files) {
    console.log(`${existsSync(join(root, path)) ? "changed" : "wrote"} ${path}`);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log("\nstill missing:");
  for (const line of missing) console.log(`  ${line}`);
  for (const step of draft.next) console.log(`  ${step}`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
