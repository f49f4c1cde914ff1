import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { allowed, longer } from "./house/exceptions.ts";
import { codeOf, files, filesIn, places, root, type SourceFile } from "./house/files.ts";

/**
 * How the project is laid out, executable: who may import whom, what may stand where, how things are called.
 * An exception to a rule is a line of ./house/exceptions.ts; a line that is no longer needed fails too.
 */

/** Each room and the rooms below it on the stairs that it may import from; its own room always. */
const stairs: Record<string, readonly string[]> = {
  numerics: [],
  losses: ["numerics"],
  metrics: ["numerics"],
  experiments: ["numerics", "losses", "metrics"],
  checks: ["numerics", "losses", "metrics", "experiments"],
  plots: ["numerics", "losses", "metrics", "experiments", "checks"],
  worker: ["numerics", "losses", "metrics", "experiments", "checks", "plots"],
  widgets: ["numerics", "losses", "metrics", "experiments", "checks", "plots", "worker"],
  atlas: ["numerics", "losses", "metrics", "experiments", "checks"],
};
const science = ["numerics", "losses", "metrics", "experiments", "checks"];
const skin = ["components", "layouts", "pages", "content.config.ts"];
const everything = [...Object.keys(stairs), "styles", "components", "layouts"];
stairs["components"] = everything;
stairs["layouts"] = everything;
stairs["pages"] = everything;
stairs["content.config.ts"] = everything;
stairs["styles"] = [];

const roomOf = (path: string) => path.split("/")[1]!;
const sources = filesIn("src").filter(({ path }) => /\.(ts|astro)$/.test(path));

/** What a file imports: type-only imports count as well, for they too say who knows whom. */
function importsOf(file: SourceFile) {
  const pattern = /(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']|import\s*\(?\s*["']([^"']+)["']/g;
  return [...codeOf(file).matchAll(pattern)].map((match) => match[1] ?? match[2]!);
}

/** `file: import` lines that break a rule, less the listed exceptions, which must all be needed. */
function expectOnlyAllowed(rule: keyof typeof allowed, found: readonly string[]) {
  const exceptions = Object.keys(allowed[rule]);
  const broken = found.filter((line) => !exceptions.includes(line.replace(/:\d+:.*/, "")));
  expect(broken, `mend it, or list it under ${rule} in test/house/exceptions.ts with the reason`).toEqual([]);
  const needed = new Set(found.map((line) => line.replace(/:\d+:.*/, "")));
  expect(exceptions.filter((path) => !needed.has(path))).toEqual([]);
}

describe("imports go down the stairs", () => {
  test("every file of src/ stands in a room that the house knows", () => {
    expect(
      filesIn("src")
        .filter(({ path }) => !(roomOf(path) in stairs))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test("no file imports from a room above its own", () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((from) => from.startsWith("."))
        .map((from) => posix.join(dirname(file.path), from.replace(/\?.*$/, "")))
        .filter((target) => target.startsWith("src/") && roomOf(target) !== roomOf(file.path))
        .filter((target) => !stairs[roomOf(file.path)]!.includes(roomOf(target)))
        .map((target) => `${file.path}:1: ${target}`),
    );
    expectOnlyAllowed("stairs", wrong);
  });

  test("the science imports no package and no module of Node, but for the listed exceptions", () => {
    const wrong = sources
      .filter(({ path }) => science.includes(roomOf(path)))
      .flatMap((file) => importsOf(file).map((from) => ({ path: file.path, from })))
      .filter(({ from }) => !from.startsWith("."))
      .map(({ path, from }) => `${path}:1: ${from}`);
    expectOnlyAllowed("packages", wrong);
  });

  test("astro:* is imported by components, layouts, pages and src/content.config.ts only", () => {
    const wrong = sources
      .filter(({ path }) => !skin.includes(roomOf(path)))
      .flatMap((file) =>
        importsOf(file)
          .filter((from) => /^astro:/.test(from))
          .map(() => file.path),
      );
    expect(wrong).toEqual([]);
  });
});

describe("names", () => {
  test("no folder is called utils, lib, helpers, common or types", () => {
    const wrong = files.filter(({ path }) =>
      /(^|\/)(utils?|libs?|helpers?|common|types|misc|shared)\//.test(path),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("files are kebab-case, Astro components PascalCase, routes kebab-case", () => {
    const wrong = [...filesIn("src", "test", "scripts"), ...filesIn("content")]
      .filter(({ path }) => !/\/(fixtures|papers)\//.test(path))
      .filter(({ path }) => {
        const name = basename(path);
        const component = /^src\/(components|layouts|widgets)\/.*\.astro$/.test(path);
        if (component) return !/^[A-Z][A-Za-z0-9]*\.astro$/.test(name);
        return !/^(\[(\.\.\.)?[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+)+$/.test(name);
      });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("a loss is one name: file, id, export, test and family page", () => {
    const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const losses = filesIn("src/losses").filter(({ text }) => /^\s+id: "[a-z-]+",\n\s+title: /m.test(text));
    const wrong = losses.flatMap(({ path, text }) => {
      const id = basename(path, ".ts");
      return [
        !text.includes(`id: "${id}"`) && `${path}: its id is not ${id}`,
        !text.includes(`export const ${camel(id)}`) && `${path}: it exports no ${camel(id)}`,
        !existsSync(join(root, `content/families/${id}.mdx`)) && `content/families/${id}.mdx is missing`,
        !filesIn("test/losses").some(
          (file) => file.text.includes(`${camel(id)}(`) || file.text.includes(id),
        ) && `${path}: no test of test/losses names it`,
      ].filter((line) => line !== false);
    });
    expect(wrong).toEqual([]);
  });

  test("a widget's folder holds spec.ts, element.ts and one Astro file of the folder's name", () => {
    const widgets = join(root, "src/widgets");
    const folders = existsSync(widgets) ? readdirSync(widgets, { withFileTypes: true }) : [];
    const wrong = folders
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        const astro = name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase());
        return ["spec.ts", "element.ts", `${astro}.astro`]
          .map((file) => `src/widgets/${name}/${file}`)
          .filter((path) => !existsSync(join(root, path)));
      });
    expectOnlyAllowed("widgetParts", wrong);
  });

  test("a test stands where its source does: test/ROOM mirrors src/ROOM", () => {
    const rooms = new Set([
      ...Object.keys(stairs),
      "site",
      "house",
      "fixtures",
      "scripts",
      "content",
      "python",
    ]);
    const wrong = filesIn("test").filter(
      ({ path }) => path.split("/").length > 2 && !rooms.has(roomOf(path)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("inside a file", () => {
  test("no file of src/, scripts/ or test/ is longer than 250 lines", () => {
    const long = filesIn("src", "scripts", "test")
      .filter(({ path }) => /\.(ts|astro|css|mjs)$/.test(path))
      .filter(({ text }) => text.split("\n").length - 1 > 250)
      .map(({ path }) => path);
    expect(long.filter((path) => !(path in longer))).toEqual([]);
    expect(Object.keys(longer).filter((path) => !long.includes(path))).toEqual([]);
  });

  const rules: readonly { rule: keyof typeof allowed; title: string; rooms: string[]; pattern: RegExp }[] = [
    { rule: "random", title: "no Math.random", rooms: ["src", "scripts"], pattern: /Math\.random/ },
    {
      rule: "html",
      title: "no innerHTML",
      rooms: ["src"],
      pattern: /\.(innerHTML|outerHTML|insertAdjacentHTML)\b/,
    },
    { rule: "rawHtml", title: "no set:html in a page", rooms: ["src/pages"], pattern: /\bset:html\b/ },
    {
      rule: "styleAttribute",
      title: "no style attribute set by script, which the policy would refuse",
      rooms: ["src"],
      pattern: /setAttribute\(\s*"style"|\.cssText\b/,
    },
    {
      rule: "moduleLet",
      title: "no let at the top of a module",
      rooms: ["src"],
      pattern: /^(export )?(let|var) /m,
    },
    {
      rule: "anyType",
      title: "no any",
      rooms: ["src", "scripts", "test"],
      pattern: /(\bas any\b|: any\b|<any>)/,
    },
    {
      rule: "suppressed",
      title: "no silenced type error",
      rooms: ["src", "scripts", "test"],
      pattern: /@ts-(ignore|nocheck)/,
    },
    {
      rule: "date",
      title: "no clock in the science",
      rooms: science.map((room) => `src/${room}`),
      pattern: /\bDate\b|performance\.now/,
    },
  ];
  test.each(rules)("$title, but for the listed exceptions", ({ rule, rooms, pattern }) => {
    const found = filesIn(...rooms)
      .filter(({ path }) => !path.startsWith("test/house"))
      .flatMap((file) => places(file, codeOf(file), pattern));
    expectOnlyAllowed(rule, found);
  });

  test("no test is skipped, focused or left to do", () => {
    const found = filesIn("test").flatMap((file) =>
      places(file, codeOf(file), /\b(test|it|describe)\.(only|skip|todo|fails)\b/),
    );
    expect(found).toEqual([]);
  });

  test("no file names a registry's host or a path of the machine that it was written on", () => {
    const host = /\b(registry\.(npmjs|yarnpkg)|pypi\.org\/simple|files\.pythonhosted|npmmirror)/;
    const machine = /(?<![\w.\-/])\/(work|tmp|root|home|Users)\//;
    const found = files.flatMap((file) => [
      ...places(file, file.text, host),
      ...places(file, file.text, machine),
    ]);
    expectOnlyAllowed("machine", found);
  });
});
