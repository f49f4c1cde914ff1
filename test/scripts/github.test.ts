import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/check/tool.ts";

/** What GitHub reads of this repository, read as GitHub documents it: workflows and issue forms. */

const read = <T>(path: string) => parse(readFileSync(join(root, path), "utf8")) as T;
const list = (pattern: string) => globSync(pattern, { cwd: root }).sort();

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly "timeout-minutes"?: number; readonly steps: readonly Step[] }>
  >;
}

const stepsOf = (path: string) => Object.values(read<Workflow>(path).jobs).flatMap(({ steps }) => steps);

describe("the workflows", () => {
  const workflows = list(".github/workflows/*.yml");

  test("are those of the tests and of the pages", () => {
    expect(workflows.map((path) => basename(path))).toEqual(["pages.yml", "test.yml"]);
  });

  test.each(workflows)(
    "%s uses GitHub's own actions at a version, and runs only scripts that there are",
    (path) => {
      const { scripts } = read<{ scripts: object }>("package.json");
      for (const { uses, run, env = {} } of stepsOf(path)) {
        if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
        const named = /npm run (\S+)/.exec(run ?? "")?.[1];
        if (named) expect(Object.keys(scripts)).toContain(named);
        const sources = ["astro.config.mjs", "src/layouts/site.ts"].map((file) =>
          readFileSync(join(root, file), "utf8"),
        );
        for (const name of Object.keys(env)) expect(sources.join()).toContain(`"${name}"`);
      }
    },
  );

  test("may write nothing but the pages", () => {
    expect(read<Workflow>(".github/workflows/test.yml").permissions).toEqual({ contents: "read" });
    expect(read<Workflow>(".github/workflows/pages.yml").permissions).toEqual({
      contents: "read",
      pages: "write",
      "id-token": "write",
    });
  });

  test("give a pull request its preview although a test fails, and a changed look its pictures", () => {
    const uploads = stepsOf(".github/workflows/test.yml").filter(({ uses }) =>
      uses?.includes("upload-artifact"),
    );
    expect(uploads.map((step) => [step.with?.["path"], step.if?.replaceAll(/^\$\{\{ | \}\}$/g, "")])).toEqual(
      [
        ["dist", "!cancelled() && github.event_name == 'pull_request'"],
        [".cache/looks", "failure()"],
      ],
    );
    expect(uploads[1]!.with?.["include-hidden-files"]).toBe(true);
  });
});

interface Form {
  readonly name: string;
  readonly description: string;
  readonly labels: readonly string[];
  readonly body: readonly {
    readonly type: string;
    readonly id: string;
    readonly attributes: {
      readonly label: string;
      readonly options?: readonly (string | { label: string })[];
    };
  }[];
}

describe("the issue forms", () => {
  const forms = list(".github/ISSUE_TEMPLATE/*.yml").filter((path) => !path.endsWith("config.yml"));

  test("ask for a claim that is wrong and a paper that is missing", () => {
    expect(forms.map((path) => read<Form>(path).name)).toEqual(["A claim is wrong", "A paper is missing"]);
  });

  test.each(forms)("%s has what GitHub wants of a form", (path) => {
    const { name, description, body } = read<Form>(path);
    expect([name, description].every((text) => typeof text === "string" && text.length > 3)).toBe(true);
    const ids = body.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of body) {
      expect(["input", "textarea", "dropdown", "checkboxes"]).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes.label).toMatch(/\w/);
      const options = attributes.options?.map((option) =>
        typeof option === "string" ? option : option.label,
      );
      expect(options === undefined).toBe(type === "input" || type === "textarea");
      expect(new Set(options).size).toBe(options?.length ?? 0);
    }
  });
});
