import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/check/tool.ts";
import { loadAtlas } from "../../src/atlas/load.ts";
import { contentFiles } from "../../src/atlas/node.ts";
import { ContentError, describe as line } from "../../src/atlas/problems.ts";
import { losses } from "../../src/losses/registry.ts";

/** `npm run new`, run in a copy of the content: what it writes is sound at once and names what is missing. */

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "lossmap-new-"));
  for (const part of ["content", "references.bib", "src/losses"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
});
afterAll(() => rmSync(copy, { recursive: true }));

function make(args: readonly string[], input = "") {
  const flags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
  const ran = spawnSync(process.execPath, [...flags, join(root, "scripts/new.ts"), ...args], {
    cwd: copy,
    input,
    encoding: "utf8",
  });
  return { code: ran.status, output: ran.stdout, complaint: ran.stderr.trim() };
}

/** The problems of the copy's content, which knows one loss more than this tree. */
function problems(): string[] {
  try {
    loadAtlas(contentFiles(copy), { losses: [...Object.keys(losses), "soft-jaccard"] });
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(line);
    throw error;
  }
}

const entry = `@InProceedings{Smith:2023:Boundary,
  author    = {Smith, Ada and Jones, Bert},
  title     = {The {Boundary} of a Thin Thing},
  booktitle = {Proceedings of Thin Things},
  year      = {2023},
  url       = {https://example.org/boundary}
}
`;

describe("npm run new", () => {
  test.each([
    ["claim", "a-claim-of-a-test", "content/claims/a-claim-of-a-test.yaml"],
    ["question", "a-question-of-a-test", "content/questions/a-question-of-a-test.mdx"],
    ["library", "a-library", "content/libraries/a-library.yaml"],
    ["paper", "doe2024thin", "content/papers/doe2024thin.yaml"],
    ["family", "soft-jaccard", "src/losses/soft-jaccard.ts"],
  ])("%s writes sound files and says what is missing", (kind, name, path) => {
    const before = problems();
    const { code, output } = make([kind, name]);
    expect(code).toBe(0);
    expect(output).toContain(`wrote ${path}`);
    const missing = output.slice(output.indexOf("still missing:"));
    expect(missing).toMatch(new RegExp(`${path}:\\d+: `));
    expect(problems().filter((each) => !before.includes(each))).toEqual([]);
  });

  test("paper --bibtex keeps the entry, renames its key to the house's form and cites the line of a broken one", () => {
    const { code, output } = make(["paper", "--bibtex"], entry);
    expect(code).toBe(0);
    expect(output).toContain("wrote content/papers/smith2023boundary.yaml");
    const written = readFileSync(join(copy, "references.bib"), "utf8");
    expect(written).toContain(entry.trim().replace("Smith:2023:Boundary", "smith2023boundary"));

    const broken = make(["paper", "--bibtex"], entry.replace("{The {Boundary}", "{The {Boundary"));
    expect(broken.code).toBe(1);
    expect(broken.complaint).toMatch(/^standard input:\d+: /);
  });

  const state = () =>
    execFileSync("sh", ["-c", "find . -type f -exec cksum {} + | sort"], { cwd: copy }).toString();
  const foreign = (key: string) =>
    entry.replace("Smith:2023:Boundary", key).replace(/\}\n$/, ",\n file = {x}}\n");
  const distant = entry.replace("Smith, Ada", "李, 明");

  test.each<readonly [string, string, readonly string[], string | RegExp]>([
    ["nothing on standard input", "", [], /^standard input: holds no BibTeX entry; paste one/],
    ["text", "hello", [], /^standard input:1: text outside of an entry: hello; /],
    [
      "two entries",
      entry + entry,
      [],
      /^standard input:8: a second entry, Smith:2023:Boundary; give one at a time$/,
    ],
    [
      "a key of spaces",
      foreign("Ada Smith 2023"),
      [],
      /^standard input:8: \[Ada Smith 2023\] .*file.*; remove it$/,
    ],
    ["a key of dots", foreign("ada.smith"), [], /^standard input:8: \[ada\.smith\] .*file.*; remove it$/],
    [
      "a key of slashes",
      foreign("conf/x/Y23"),
      [],
      /^standard input:8: \[conf\/x\/Y23\] .*file.*; remove it$/,
    ],
    [
      "a key of the prototype",
      foreign("__proto__"),
      [],
      /^standard input:8: \[__proto__\] .*file.*; remove it$/,
    ],
    [
      "a work that is there",
      entry.replace("url ", "doi = {10.1109/ICCV.2017.324}, url "),
      ["smith2023other"],
      /is \[lin2017focal\] of/,
    ],
    [
      "a key that is there",
      entry,
      ["lin2017focal"],
      /^references\.bib: lin2017focal is there already; edit it, or/,
    ],
    [
      "a name of spaces",
      entry,
      ["ada smith"],
      /^ada smith: not a key; choose one: npm run new -- paper --bibtex /,
    ],
    ["a path", entry, ["../../smith2023x"], /^\.\.\/\.\.\/smith2023x: not a key; choose one: /],
    [
      "a name in no Latin letters",
      distant,
      [],
      /^standard input:1: its author and title make no key; choose one: /,
    ],
  ])(
    "paper --bibtex of %s is one sentence with place and remedy, and writes nothing",
    (_, input, names, says) => {
      const before = state();
      const { code, complaint } = make(["paper", "--bibtex", ...names], input);
      expect(complaint).toMatch(says);
      expect(complaint).not.toMatch(/anon2000/);
      expect(code).toBe(1);
      expect(state()).toBe(before);
    },
  );

  test("paper --bibtex takes a byte order mark, CRLF, comments and parentheses in its stride", () => {
    const exported = `\u{feff}% Export\n@comment{a, b}\n${entry.replace("Smith:2023:Boundary", "x y").replace("Boundary", "Edge")}`;
    const input = exported.replace("@InProceedings{", "@InProceedings(").replace(/\}\n$/, ")\n");
    const { code, output } = make(["paper", "--bibtex"], input.replaceAll("\n", "\r\n"));
    expect(output).toContain("wrote content/papers/smith2023edge.yaml");
    expect(code).toBe(0);
    expect(readFileSync(join(copy, "references.bib"), "utf8")).toContain("@InProceedings(smith2023edge,\n");
  });

  test("refuses what is there already, what is no name and what it does not know, and writes nothing", () => {
    const before = state();
    const complaints: readonly [readonly string[], string | RegExp][] = [
      [[], /^what is to be added\? npm run new -- family\|paper/],
      [["recipe", "soup"], /^recipe: not a kind; npm run new -- family\|paper/],
      [["constructor", "soup"], /^constructor: not a kind; /],
      [["claim"], /^claim: has no name yet; npm run new -- claim some-name$/],
      [["claim", "two", "words"], /^two words: one name at a time; join its words by hyphens$/],
      [["claim", "a-claim", "--bibtex"], /^--bibtex: means nothing here; /],
      [["paper"], /^paper: has no key yet; npm run new -- paper smith2024boundary, or /],
      [["paper", "focal"], /^focal: not a key; /],
      [["paper", "lin2017focal"], /^references\.bib: lin2017focal is there already; /],
      [["family", "dice"], /^src\/losses\/dice\.ts: is there already; /],
      [["family", "class"], /^class: a word of TypeScript; use two words, as in class-loss$/],
      ...["Not A Name", "a.b", "../up", "2d", "__proto__"].map((name): [string[], string] => [
        ["claim", name],
        `${name}: not a name; use lower-case words joined by hyphens`,
      ]),
    ];
    for (const [args, says] of complaints) {
      const { code, complaint } = make(args);
      expect(complaint).toMatch(says);
      expect([args, code]).toEqual([args, 1]);
    }
    expect(state()).toBe(before);
  });
});
