import { HtmlValidate } from "html-validate";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { expectNone } from "./none.ts";
import { pages } from "./pages.ts";

/** The standard's own rules; what belongs to taste or to the minifier is left out, each with its reason. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // Astro's compiler decides on quotes, white space and self-closing tags.
    "attr-quotes": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "doctype-style": "off",
    "no-inline-style": "error",
    // Titles say what a page is about and may be longer than a search engine's line.
    "long-title": "off",
    // axe and the browser know MathML and SVG better than the validator's tables do.
    "element-permitted-content": "error",
    // A scrolling box of a table is a group with a name; a section would add a landmark for each.
    "prefer-native-element": "off",
    // Firefox restores the state of radios and boxes from history unless autocomplete forbids it.
    "valid-autocomplete": "off",
    // The browser checks the hash in the policy; a static asset of one origin needs no integrity attribute.
    "require-sri": "off",
  },
});

test.each(pages.map(({ path, html }) => ({ path, html })))("$path is valid HTML", async ({ path, html }) => {
  const report = await validator.validateString(html, path);
  const messages = report.results.flatMap((result) =>
    result.messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
  expectNone(messages);
});

test("every claim, citation and number stands in a paragraph, an item, a cell or a caption", () => {
  const text = "p, li, td, th, dt, dd, figcaption, caption, summary, blockquote";
  const loose = pages.flatMap(({ path, html }) =>
    [...parseHTML(html).document.querySelectorAll("main :is(.claim, .cite, .num)")]
      .filter((element) => element.closest(text) === null)
      .map((element) => `${path}: ${element.textContent?.slice(0, 60)}`),
  );
  expectNone(loose);
});

test("every script of every page lets what is painted go first", () => {
  const scripts = pages.flatMap(({ path, html }) =>
    [...parseHTML(html).document.querySelectorAll("script[src]")].map((script) => ({ path, script })),
  );
  expectNone(
    scripts
      .filter(({ script }) => script.getAttribute("fetchpriority") !== "low")
      .map(({ path, script }) => `${path}: ${script.getAttribute("src")}`),
  );
  expect(scripts.length).toBeGreaterThan(pages.length);
});

/** How many children MathML asks of each element that counts them. */
const children: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

test("every formula of every page gives its elements the children that MathML asks for", () => {
  let counted = 0;
  const wrong = pages.flatMap(({ path, html }) =>
    [...parseHTML(html).document.querySelectorAll(Object.keys(children).join())].flatMap((element) => {
      counted++;
      const { length } = element.children;
      const name = element.localName;
      return length === children[name] ? [] : [`${path}: <${name}> has ${length} children`];
    }),
  );
  expectNone(wrong);
  expect(counted).toBeGreaterThan(500);
});
