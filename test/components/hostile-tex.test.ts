import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texToMathml } from "../../src/components/tex.ts";
import { effortOf } from "../effort.ts";

/** TeX that means harm, or went wrong: a clear message or harmless text, soon, and never live markup. */

const refused: readonly (readonly [string, string, RegExp])[] = [
  ["a link that runs script", String.raw`\href{javascript:alert(1)}{x}`, /\\href is not allowed/],
  ["a link out of the site", String.raw`\href{https://example.org}{x}`, /\\href is not allowed/],
  ["an address", String.raw`\url{https://example.org}`, /\\url is not allowed/],
  ["a picture", String.raw`\includegraphics{https://example.org/x.png}`, /\\includegraphics is not allowed/],
  ["an attribute", String.raw`\htmlData{a=b}{x}`, /HTML extension/],
  ["a style", String.raw`\htmlStyle{background:url(//example.org)}{x}`, /HTML extension/],
  ["a symbol whose id closes the attribute", String.raw`\sym{x" onmouseover="alert(1)}{x}`, /symbol's id/],
  ["a symbol with a space in its id", String.raw`\sym{a b}{x}`, /symbol's id/],
  ["a macro that calls itself", String.raw`\def\a{\a\a}\a`, /Too many expansions/],
  [
    "macros that multiply a thousandfold",
    String.raw`\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\c\c\c`,
    /Too many expansions/,
  ],
  ["braces nested thousands deep", "{".repeat(3999), /nested too deeply|end of input|Expected/],
  [
    "roots nested hundreds deep",
    `${"\\sqrt{".repeat(560)}x${"}".repeat(560)}`,
    /nested too deeply|end of input|Expected/,
  ],
  ["brackets nested hundreds deep", "\\left(".repeat(660), /nested too deeply|end of input|Expected/],
  ["a box raised out of the page", String.raw`\raisebox{999em}{x}`, /length of 999em/],
  ["an equation of two megabytes", "x+".repeat(1_000_000), /2000000 characters of TeX/],
  ["a NUL", "x\0y", /Unexpected character/],
  ["an unfinished fraction", String.raw`\frac{a}`, /end of input/],
  ["a command nobody knows", String.raw`\nosuchcommand`, /Undefined control sequence/],
];

const harmless: readonly (readonly [string, string, string])[] = [
  ["a tag in text", String.raw`\text{<script>alert(1)</script>}`, "&lt;script&gt;"],
  ["a tag in a tag", String.raw`x\tag{<img src=x onerror=alert(1)>}`, "&lt;img"],
  ["a rule of 999 em", String.raw`\rule{999em}{999em}`, 'width="20em"'],
  ["a kern of 999 em", String.raw`a\kern999em b`, 'width="20em"'],
];

/** What a browser would run or fetch, if a page held it. */
const live =
  /<(script|img|iframe|object|a|svg|style|foreignObject)\b|\son\w+=|javascript:|\ssrc=|\shref=|url\(/i;

/** Escaped text may spell an attack out; only markup could carry it. */
const markup = (math: string) => math.replaceAll(/>[^<]*</g, "><");

describe("hostile TeX", () => {
  test.each(refused)("%s is refused in a plain sentence", (_, tex, message) => {
    const [, effort] = effortOf(() => expect(() => texToMathml(tex, { display: true })).toThrow(message));
    expect(effort).toBeLessThan(2000);
  });

  test.each(harmless)("%s comes out as harmless text or within bounds", (_, tex, part) => {
    const math = texToMathml(tex, { display: true });
    expect(math).toContain(part);
    expect(markup(math)).not.toMatch(live);
  });

  test("one equation's macros do not reach the next", () => {
    texToMathml(String.raw`\gdef\x{1}\x`);
    expect(() => texToMathml(String.raw`\x`)).toThrow(/Undefined control sequence/);
  });

  test("whatever is thrown at it ends in an Error or in MathML without live markup, within two seconds", () => {
    const pieces = fc.constantFrom(
      ..."\\frac \\sqrt { } ^ _ & \\\\ $ # % ~ < > \" ' = \\left( \\right) \\href \\sym \\text \\def\\a \\a x é 😀".split(
        " ",
      ),
      "\\begin{matrix}",
      "\\end{matrix}",
      "javascript:",
      "onload=",
      "\\rule{99em}{1em}",
    );
    const tex = fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 40 })
      .map((list) => list.join(""));
    fc.assert(
      fc.property(tex, fc.boolean(), (text, display) => {
        const [, effort] = effortOf(() => {
          try {
            const math = texToMathml(text, { display });
            expect(markup(math)).not.toMatch(live);
            expect(math).toMatch(/^<math[\s>].*<\/math>$/s);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        });
        expect(effort).toBeLessThan(2000);
      }),
      { numRuns: 500 },
    );
  });
});
