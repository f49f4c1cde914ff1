import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mask } from "../../src/atlas/mask.ts";
import { scanMdx, slug } from "../../src/atlas/mdx.ts";
import { describe, Problems } from "../../src/atlas/problems.ts";
import { effortOf } from "../effort.ts";

function scan(body: string) {
  const problems = new Problems();
  const scanned = scanMdx("x.mdx", body, 1, "/x/", problems);
  return { ...scanned, messages: problems.all.map(describe) };
}

test("components and links are found in document order with line, column and heading", () => {
  const { occurrences } = scan(
    '# One\n\nA <Cite of="a b"/> and [here](/map/).\n\n## Two $\\alpha$\n\n<Claim of="c">It is <Num of="d.e"\n  as="percent"/>.</Claim>\n',
  );
  expect(occurrences.map((o) => [o.component, o.of.join(" "), o.line, o.column, o.heading.id])).toEqual([
    ["Cite", "a b", 3, 3, "one"],
    ["link", "/map/", 3, 24, "one"],
    ["Claim", "c", 7, 1, "two-alpha"],
    ["Num", "d.e", 7, 21, "two-alpha"],
  ]);
});

test("two headings of one name get two anchors", () => {
  expect(scan("## A\n\n## A\n").headings.map(({ id }) => id)).toEqual(["a", "a-1"]);
  expect(slug("What it scores, and why?")).toBe("what-it-scores-and-why");
});

test("mask blanks code, TeX, comments and escapes, and keeps length and lines", () => {
  const body = "a `<b>` ``c`d`` $e_{1}$ \\{f {/* <g> */} $$\nh\n$$ 5 $ 6\n```\n<i>\n```\nj";
  const { text, maths } = mask(body);
  expect(text).toHaveLength(body.length);
  expect(text.split("\n")).toHaveLength(body.split("\n").length);
  expect(text.replace(/\s+/g, "")).toBe("af5$6j");
  expect(maths.map(({ tex, display }) => [tex, display])).toEqual([
    ["e_{1}", false],
    ["\nh\n", true],
  ]);
});

test("bad TeX in a text is reported with line, column and KaTeX's reason", () => {
  const { messages } = scan("Fine $a$.\n\nBut $\\frac{a}$ not, $\\href{javascript:x}{y}$ neither.\n");
  expect(messages[0]).toMatch(/^x\.mdx:3:5: bad TeX "\\frac\{a\}": .+; mend it/);
  expect(messages[1]).toMatch(/^x\.mdx:3:21: bad TeX .*\\href is not allowed; mend it/);
});

const folder = "test/fixtures/hostile";
test.each(readdirSync(folder).filter((name) => name.endsWith(".mdx")))(
  "%s is reported with its place",
  (name) => {
    const { messages } = scan(readFileSync(`${folder}/${name}`, "utf8"));
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/^x\.mdx:\d+:\d+: .+; .+$/);
  },
);

test.each([
  ["<a", "<a ".repeat(60_000)],
  ["open quotes", '<a "'.repeat(40_000)],
  ["brackets", "[".repeat(180_000)],
  ["backticks", Array.from({ length: 600 }, (_, i) => "`".repeat((i % 300) + 1)).join(" ")],
  ["dollars", "$a ".repeat(60_000)],
  ["hashes", `# ${" #".repeat(90_000)}x`],
  ["braces", "{".repeat(180_000)],
  ["comments", "{/*".repeat(60_000)],
])("a text of nothing but %s is scanned in under two seconds of work", (_, body) => {
  const [, effort] = effortOf(() => scan(body));
  expect(effort).toBeLessThan(2000);
});

test("scanMdx neither throws nor lets a live tag pass unreported, on any text", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "<",
      ">",
      "/",
      "{",
      "}",
      '"',
      "`",
      "$",
      "\\",
      "\n",
      "Cite",
      ' of="x"',
      "script",
      "<!--",
      "[a](",
      "import x",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const body = pieces.join("");
      const { messages } = scan(body);
      const { text } = mask(body);
      if (/<script/.test(text)) expect(messages.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
