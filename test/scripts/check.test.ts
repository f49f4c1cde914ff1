import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryCopy } from "../../scripts/bench/copy.ts";
import { placed } from "../../scripts/check/placed.ts";
import { run } from "../../scripts/check/tool.ts";

/** `npm run check` of a copy with one fault of every sort, each of which must be named, and of none at the cost of another. */

const check = (folder: string, ...parts: readonly string[]) =>
  run("npm", ["run", "--silent", "check", "--", ...parts], {}, folder);

function planted(folder: string) {
  const add = (file: string, text: string) => appendFileSync(join(folder, file), `\n${text}\n`);
  const swap = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  return { add, swap };
}

test("npm run check names faults of every sort at once, each with its place and its remedy", async () => {
  const { folder, remove } = temporaryCopy();
  try {
    const { add, swap } = planted(folder);
    add("src/plots/ends.ts", 'export const planted: number = "a";');
    add("src/plots/svg.ts", "export  const   ill={a:1 }");
    add("src/plots/share-axis.ts", "export const loose = (a: number) => a == 2;");
    add("src/losses/dice.ts", "export const here = () => document.title;");
    swap(
      "content/claims/dice-is-the-default-reach.yaml",
      "sources:",
      "sources:\n  - { key: no2020one, where: eq. 1 }",
    );
    swap("src/checks/tversky-at-one-half-is-dice.ts", "right: 0.5", "right: 0.6");
    add(
      "content/questions/dice-stuck-at-a-constant.mdx",
      'A mispeled word, [there](/nowhere/), [then](#whyy), <img src="/favicon.svg"/>.',
    );
    writeFileSync(join(folder, "src/atlas/orphan.ts"), "export const orphan = 1;\n");
    swap("package.json", '"fflate"', '"left-pad": "1.3.0",\n    "fflate"');
    add("references.bib", "@artcle{doe2020x,\n  author = {Doe, Jane},\n}");
    const { code, output } = await check(folder);
    const lines = output.split("\n");
    const wanted = [
      /^src\/plots\/ends\.ts:\d+: Type 'string' is not assignable to type 'number'; a type error/,
      /^src\/plots\/svg\.ts:\d+: Formatter would .*; npx biome check --write$/,
      /^src\/plots\/share-axis\.ts:\d+: Using == .*; see lint\/suspicious\/noDoubleEquals$/,
      /^src\/plots\/share-axis\.ts:\d+: nothing imports loose; drop the export, or the code$/,
      /^src\/losses\/dice\.ts:\d+: Cannot find name 'document'.*; the science knows no browser and no Node/,
      /^content\/claims\/dice-is-the-default-reach\.yaml:\d+: unknown source no2020one; not in references\.bib/,
      /^src\/checks\/tversky-at-one-half-is-dice\.ts:\d+: claim tversky-at-one-half-is-dice is false: .*; correct the/,
      /^content\/questions\/dice-stuck-at-a-constant\.mdx:\d+: unknown word mispeled; did you mean /,
      /^content\/questions\/dice-stuck-at-a-constant\.mdx:\d+:\d+: dangling link to \/nowhere\/; no such page$/,
      /^content\/questions\/dice-stuck-at-a-constant\.mdx:\d+:\d+: dangling link to .*#whyy; .*did you mean why\?/,
      /^content\/questions\/dice-stuck-at-a-constant\.mdx:\d+:\d+: raw HTML <img>; use Markdown or one of/,
      /^src\/atlas\/orphan\.ts:\d+: nothing uses this file; delete it, or name its entry in knip\.jsonc$/,
      /^package\.json:\d+: nothing imports left-pad; npm uninstall left-pad$/,
      /^references\.bib:\d+: \[doe2020x\] unknown entry type @artcle \(did you mean article\?\); use @article/,
    ];
    expect(wanted.filter((line) => !lines.some((one) => line.test(one)))).toEqual([]);
    expect(lines.length).toBe(new Set(lines).size);
    expect(code).toBe(1);
  } finally {
    remove();
  }
}, 900_000);

test("a check that breaks off, or cannot be read at all, hides neither the content's problems nor the claims'", async () => {
  const { folder, remove } = temporaryCopy();
  try {
    const { add, swap } = planted(folder);
    const broken = "src/checks/dice-is-a-function-of-jaccard.ts";
    const place = new RegExp(`^${broken}:\\d+: .+; .+$`, "m");
    add("references.bib", "@artcle{doe2020x,\n  author = {Doe, Jane},\n}");
    swap("src/checks/tversky-at-one-half-is-dice.ts", "right: 0.5", "right: 0.6");
    swap(broken, "const t = tally", "frames();\n    const t = tally");
    const thrown = await check(folder, "content", "claims");
    expect(thrown.output).toMatch(place);
    expect(thrown.output).toMatch(/^references\.bib:\d+: \[doe2020x\] /m);
    expect(thrown.output).toContain("claim tversky-at-one-half-is-dice is false");
    swap(broken, "frames();", "frames(;");
    const unreadable = await check(folder, "content", "claims", "supply");
    expect(unreadable.output).toMatch(place);
    expect(unreadable.output).toMatch(/supply \d/);
    expect([thrown.code, unreadable.code]).toEqual([1, 1]);
  } finally {
    remove();
  }
});

test("check refuses a part that it has not, and places what broke off without a place", async () => {
  const { folder, remove } = temporaryCopy();
  try {
    const { code, output } = await check(folder, "constructor");
    expect(output).toMatch(/^check knows no part constructor; it has content, claims/);
    expect(code).toBe(2);
  } finally {
    remove();
  }
  expect(placed("lost", "/here")).toBe(
    "scripts/check.ts:1: lost; what reads this file stopped here, mend it first",
  );
});
