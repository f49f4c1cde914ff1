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

  test("refuses what is there already, what is no name and what it does not know, and writes nothing", () => {
    const state = () => execFileSync("ls", ["-R", copy], { encoding: "utf8" });
    const before = state();
    expect(make(["family", "dice"]).complaint).toMatch(/^src\/losses\/dice\.ts: is there already/);
    expect(make(["paper", "lin2017focal"]).complaint).toMatch(
      /^references\.bib: lin2017focal is there already/,
    );
    expect(make(["claim", "Not A Name"]).complaint).toContain("not a name");
    expect(make(["paper", "focal"]).complaint).toContain("not a key");
    expect(make(["recipe", "soup"]).complaint).toMatch(/^npm run new -- family\|paper/);
    expect(state()).toBe(before);
  });
});
