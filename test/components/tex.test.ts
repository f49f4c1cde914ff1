import { describe, expect, it } from "vitest";
import { marksOf, symbolsOf, unmarkedLetters } from "../../src/atlas/formulas.ts";
import { marked, plainTex, texToMathml } from "../../src/components/tex.ts";
import { losses } from "../../src/losses/registry.ts";

describe("texToMathml", () => {
  it("texToMathml(tex) gives one <math> element without annotation", () => {
    const math = texToMathml(String.raw`\frac{a}{b}`, { display: true });
    expect(math).toMatch(/^<math[^>]*display="block"[^>]*>.*<\/math>$/s);
    expect(math).not.toContain("annotation");
  });

  it("a symbol marked in TeX is an element that carries its id", () => {
    expect(texToMathml(String.raw`\sym{falseNegative}{\beta}`)).toContain('data-symbol="falseNegative"');
  });

  it("letters carry their style themselves, because MathML Core knows no mathvariant", () => {
    const math = texToMathml(String.raw`\mathcal{L}\mathbf{m}\mathbb{R}`);
    expect(math).toContain("ℒ");
    expect(math).toContain("𝐦");
    expect(math).toContain("ℝ");
    expect(math).not.toMatch(/mathvariant="(?!normal)/);
  });

  it.each([
    ["an unfinished fraction", String.raw`\frac{a}`],
    ["a link to elsewhere", String.raw`\href{https://example.org}{x}`],
    ["a script link", String.raw`\href{javascript:alert(1)}{x}`],
    [
      "a macro bomb",
      String.raw`\def\a{\b\b\b\b}\def\b{\c\c\c\c}\def\c{\d\d\d\d}\def\d{\e\e\e\e}\def\e{\f\f\f\f}\def\f{x}\a`,
    ],
  ])("%s is refused", (_, tex) => {
    expect(() => texToMathml(tex)).toThrow();
  });

  it("an enormous rule is capped", () => {
    expect(texToMathml(String.raw`\rule{999em}{999em}`)).not.toContain("999em");
  });

  it("marked() gives what a mark first stands for, with its own braces and without inner marks", () => {
    expect(marked(String.raw`a\sym{set}{\{\sym{x}{y}\}_{i}}+\sym{set}{z}`, "set")).toBe(
      String.raw`\{{y}\}_{i}`,
    );
  });

  it("both forms of every loss are good TeX, and every listed symbol stands in the site's form", () => {
    for (const loss of Object.values(losses)) {
      expect(() => texToMathml(loss.printed.tex, { display: true })).not.toThrow();
      const math = texToMathml(loss.tex, { display: true });
      for (const { id } of loss.symbols) expect(math, `${loss.id}: ${id}`).toContain(`data-symbol="${id}"`);
      const known = symbolsOf(loss.id);
      for (const tex of [loss.tex, loss.printed.tex]) {
        expect(unmarkedLetters(tex), loss.id).toEqual([]);
        expect(marksOf(tex).filter((id) => !known.includes(id))).toEqual([]);
      }
      expect(plainTex(loss.tex)).not.toContain("\\sym");
      expect(() => texToMathml(plainTex(loss.tex))).not.toThrow();
    }
  });
});
