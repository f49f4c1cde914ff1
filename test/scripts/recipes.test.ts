import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/check/tool.ts";
import { picture } from "../../scripts/picture.ts";
import { fingerprint, recipesOf } from "../../scripts/recipes/parse.ts";

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

  test("the recipes were followed as they stand now; if not, npm run recipes", () => {
    const record = JSON.parse(read("records/recipes.json")) as {
      fingerprint: string;
      recipes: { title: string }[];
    };
    expect(record.fingerprint).toBe(fingerprint(root));
    expect(record.recipes.map(({ title }) => title)).toEqual(
      recipesOf(read("CONTRIBUTING.md")).map(({ title }) => title),
    );
  });

  test("the README's picture is drawn from the content as it is now; if not, npm run picture", async () => {
    expect(read("records/map.svg")).toBe(await picture());
  });
});
