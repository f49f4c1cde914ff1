import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import subsetFont from "subset-font";
import { beforeAll, describe, expect, test } from "vitest";
import { italic } from "../../scripts/math-italic.ts";
import { pages } from "./pages.ts";

/** The fonts are cut to the characters that the site uses: a character added later must not fall out of its line. */

const folder = join(import.meta.dirname, "../../src/styles/fonts");

/** The characters that a font has a glyph for, read from the cmap of its own uncompressed form (formats 4 and 12). */
async function charactersOf(file: string, wanted: string): Promise<Set<number>> {
  // Subsetting by what is wanted unpacks the WOFF2 and keeps exactly the glyphs that are both wanted and there.
  const sfnt = await subsetFont(readFileSync(join(folder, file)), wanted, { targetFormat: "sfnt" });
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const tag = (at: number) => String.fromCharCode(...sfnt.subarray(at, at + 4));
  const cmap = view.getUint32(tables.find((at) => tag(at) === "cmap")! + 8);
  const found = new Set<number>();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) === 4) readSegments(view, at, found);
    if (view.getUint16(at) === 12) readGroups(view, at, found);
  }
  return found;
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
  const twice = view.getUint16(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [view.getUint16(at + 14 + i), view.getUint16(at + 16 + twice + i)];
    for (let code = start; code <= end && code < 0xffff; code++) found.add(code);
  }
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) found.add(code);
  }
}

/** Text that the browser sets in the serif, and the letters of formulas, over all pages. */
const used = { text: new Set<string>(), math: new Set<string>() };
beforeAll(() => {
  for (const { html } of pages) {
    const { document } = parseHTML(html);
    for (const element of document.querySelectorAll("script, style, template, code, pre, svg"))
      element.remove();
    for (const math of document.querySelectorAll("math")) {
      for (const char of math.textContent ?? "") used.math.add(char);
      for (const letter of math.querySelectorAll("mi")) {
        const [char, more] = [...(letter.textContent ?? "")];
        if (char && !more && !letter.getAttribute("mathvariant")) used.math.add(italic(char));
      }
      math.remove();
    }
    for (const char of document.body?.textContent ?? "") used.text.add(char);
  }
});

/** Without a shape of their own: spaces, joiners, the invisible operators of MathML. */
const shapeless = /[\s\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/u;

async function lacking(file: string, characters: Iterable<string>): Promise<string[]> {
  const wanted = [...characters].filter((char) => !shapeless.test(char));
  const known = await charactersOf(file, wanted.join(""));
  return wanted.filter((char) => !known.has(char.codePointAt(0)!)).sort();
}

describe("every character on the site has its glyph; if not, npm run fonts", () => {
  test("the reader of fonts finds a letter that is there and misses one that is not", async () => {
    const known = await charactersOf("serif.woff2", "a한");
    expect([known.has(97), known.has("한".codePointAt(0)!)]).toEqual([true, false]);
  });

  test.each(["serif.woff2", "serif-italic.woff2"])(
    "text in %s, Greek and signs in math.woff2",
    async (file) => {
      const missing = await lacking(file, used.text);
      expect(await lacking("math.woff2", missing)).toEqual([]);
    },
  );

  test("formulas in math.woff2, whose plain Latin letters come from the serif", async () => {
    const latin = /[A-Za-z0-9]/;
    const missing = await lacking("math.woff2", used.math);
    expect(missing.filter((char) => !latin.test(char))).toEqual([]);
  });
});
