import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryCopy } from "../../scripts/bench/copy.ts";
import { root, run } from "../../scripts/check/tool.ts";
import { picture } from "../../scripts/picture.ts";
import { recipesOf } from "./recipes.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = ["README.md", "CONTRIBUTING.md"];
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

describe("what the documents tell people to do", () => {
  test.each(documents)("%s names only commands that there are", (name) => {
    const named = [...read(name).matchAll(/npm run (?:--silent |-s )?([a-z][\w:-]*)/g)].map(
      ([, command]) => command!,
    );
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((command) => !(command in scripts))).toEqual([]);
  });

  test.each(documents)("%s names only files that there are, or that its own recipes make", (name) => {
    const made = recipesOf(read("CONTRIBUTING.md"))
      .flatMap(({ blocks }) => blocks)
      .join("\n");
    const named = [
      ...read(name).matchAll(
        /(?<![\w./])((?:src|content|test|scripts|records|deploy|python|public)\/[\w./-]*\w)/g,
      ),
    ];
    const absent = named
      .map(([, path]) => path!)
      .filter((path) => !existsSync(join(root, path)))
      .filter(
        (path) =>
          !made.includes(path) &&
          !made.includes(path.replace(/^.*\/|\.\w+$/g, "")) &&
          !/smith2023boundary/.test(path),
      );
    expect([...new Set(absent)]).toEqual([]);
  });

  test("the README's picture is drawn from the content as it is now; if not, npm run picture", async () => {
    expect(read("records/map.svg")).toBe(await picture());
  });
});

test("CONTRIBUTING's recipes, followed block by block in a copy, pass the check and build what was added", async () => {
  const { folder, remove } = temporaryCopy();
  try {
    for (const { title, blocks } of recipesOf(read("CONTRIBUTING.md"))) {
      for (const block of blocks) {
        const { code, output } = await run("bash", ["-euo", "pipefail", "-c", block], {}, folder);
        expect(code, `${title}\n${block}\n${output}`).toBe(0);
      }
    }
    const pages = globSync("dist/**/index.html", { cwd: folder }).map((path) => path.replaceAll("\\", "/"));
    for (const page of [
      "papers/smith2023boundary",
      "families/soft-jaccard",
      "questions/why-is-my-thin-thing-gone",
    ])
      expect(pages).toContain(`dist/${page}/index.html`);
  } finally {
    remove();
  }
}, 900_000);
