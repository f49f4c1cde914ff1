import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import { type Place, type Problems, suggestion } from "./problems.ts";

/** A value read from YAML, and the place of any part of it by its path. */
export interface Read<T> {
  readonly value: T;
  at(...path: (string | number)[]): Place;
}

/**
 * Reads one YAML file against a schema. Every mistake of syntax or of schema goes to the problems with the line of
 * the node that it is about; then nothing is returned. `skip` shifts the lines of a front matter.
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  problems: Problems,
  skip = 0,
): Read<z.output<S>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const place = (offset: number): Place => ({ file, line: lines.linePos(offset).line + skip });
  let sound = document.errors.length === 0;
  for (const error of document.errors) {
    problems.add(
      place(error.pos[0]),
      `bad YAML: ${error.message}`,
      "correct it; text with : or # needs quotes",
    );
  }
  // The parser's own check of keys takes time with their square.
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items as { key: unknown }[]) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          problems.add(place(key.range?.[0] ?? 0), `field ${name} stands twice`, "keep one");
        sound &&= !seen.has(name);
        seen.add(name);
      }
    },
  });
  if (!sound) return undefined;

  const nodeAt = (path: readonly PropertyKey[]): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return { file, line: 1 + skip };
  };
  const keyAt = (path: readonly PropertyKey[], key: string): Place => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return pair && isScalar(pair.key) && pair.key.range ? place(pair.key.range[0]) : nodeAt(path);
  };

  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    problems.add({ file, line: 1 + skip }, `bad YAML: ${String(error)}`, "write the values out");
    return undefined;
  }
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, at: (...path) => nodeAt(path) };
  for (const issue of result.error.issues) reportIssue(issue, raw, schema, { nodeAt, keyAt }, problems);
  return undefined;
}

interface Finder {
  nodeAt(path: readonly PropertyKey[]): Place;
  keyAt(path: readonly PropertyKey[], key: string): Place;
}

function reportIssue(
  issue: z.core.$ZodIssue,
  raw: unknown,
  schema: z.ZodType,
  { nodeAt, keyAt }: Finder,
  problems: Problems,
): void {
  const path = issue.path;
  const name = path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const near = suggestion(key, fieldsOf(schema));
      problems.add(keyAt(path, key), `unknown field ${key}${near}`, "correct or remove it");
    }
    return;
  }
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], raw);
  if (found === undefined && path.length > 0) {
    problems.add(nodeAt(path), `missing field ${name}`, `add it: ${expectation(issue)}`);
    return;
  }
  const shown = typeof found === "object" ? "" : ` "${String(found).slice(0, 60)}"`;
  const what = name === "" ? "the file is not what it should be" : `${name}${shown} is not allowed`;
  problems.add(nodeAt(path), what, expectation(issue));
}

/** What would have been right, in words. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return `${issue.expected} expected`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

/** Names of the fields of an object schema, for "did you mean"; nested ones are of no use there. */
function fieldsOf(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The front matter of an MDX file and the line on which its body starts. */
export function splitFrontMatter(text: string): { yaml: string; body: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!match) return { yaml: "", body: text, bodyLine: 1 };
  const bodyLine = match[0].split("\n").length;
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine };
}
