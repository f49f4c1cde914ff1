import { problemsIn, run } from "./tool.ts";

/** Prose, names and comments, in British English. Tests are outside: they misspell on purpose. */
const read = ["src/**", "scripts/**", "content/**", "references.bib", "*.md", ".github/**"];

export async function spelling(): Promise<string[]> {
  const ran = await run("cspell", [
    "--no-progress",
    "--no-summary",
    "--no-color",
    "--dot",
    "--show-suggestions",
    ...read,
  ]);
  const pattern =
    /^(\S+?):(\d+):\d+ - (?:Unknown|Misspelled) word \((.+?)\)(?: fix: \(.*?\))?(?: Suggestions: \[(.*?)\])?.*$/gm;
  return problemsIn(ran, "cspell", pattern, ([, file, line, word, near]) => {
    const guess = near?.split(",")[0]?.trim();
    return `${file}:${line}: unknown word ${word}; ${guess ? `did you mean ${guess}? or ` : ""}add it to words.txt`;
  });
}
