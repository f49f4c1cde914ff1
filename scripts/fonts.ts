/**
 * `npm run fonts`: cuts the site's three fonts to the characters that the built site uses, plus plain ASCII.
 * Run it after a build when a test says that a character has no glyph; commit what it writes to src/styles/fonts/.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { italic } from "./math-italic.ts";

const root = join(import.meta.dirname, "..");
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const punctuation = "–—‘’“”…·×−±≤≥≈≠→←½¼¾°²³ ";

const pages = globSync("dist/**/*.html", { cwd: root }).map((file) => readFileSync(join(root, file), "utf8"));
const decode = (html: string) =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(
      /&(amp|lt|gt|quot|nbsp);/g,
      (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " })[name as "amp"],
    );

const mathematics = new Set<string>("0123456789+−=()[]{}|,.:/·∑≤≥<>→∞");
const text = new Set<string>(ascii + punctuation);
for (const html of pages) {
  const body = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  for (const [math] of body.matchAll(/<math[\s\S]*?<\/math>/g)) {
    // A single letter in <mi> is drawn in the mathematical italic of its letter.
    for (const [, letter] of math.matchAll(/<mi(?: class="symbol" data-symbol="[\w-]+")?>(.)<\/mi>/gu)) {
      mathematics.add(italic(letter!));
    }
    for (const char of decode(math.replace(/<[^>]+>/g, ""))) mathematics.add(char);
  }
  for (const char of decode(body.replace(/<math[\s\S]*?<\/math>/g, "").replace(/<[^>]+>/g, " ")))
    text.add(char);
}

/** What the text font lacks, Greek and signs, comes from the mathematics font in running text too. */
for (const char of text) if (char.codePointAt(0)! >= 0x370) mathematics.add(char);

/** Plain Latin letters inside mathematics come from the text font, so the mathematics font need not carry them. */
const withoutLatin = [...mathematics].filter((char) => !/[A-Za-z]/.test(char)).join("");

const source = (name: string) =>
  readFileSync(
    join(root, `node_modules/@fontsource/${name}-normal.woff2`.replace("italic-normal", "italic")),
  );
const letters = [...text].filter((char) => char.codePointAt(0)! >= 32).join("");
const jobs = [
  ["serif", "libertinus-serif/files/libertinus-serif-latin-400", letters],
  ["serif-italic", "libertinus-serif/files/libertinus-serif-latin-400-italic", letters],
  ["math", "stix-two-math/files/stix-two-math-latin-400", withoutLatin],
] as const;

/** The text font once more, in the form that the pictures of src/components/social-card.ts can be set in. */
const forPictures = await subsetFont(source(jobs[0][1]), letters, { targetFormat: "sfnt" });
writeFileSync(join(root, "src/styles/fonts/serif.otf"), forPictures);

for (const [name, from, characters] of jobs) {
  const font = await subsetFont(source(from), characters, { targetFormat: "woff2", noHinting: true });
  writeFileSync(join(root, `src/styles/fonts/${name}.woff2`), font);
  console.log(`${name}.woff2: ${[...characters].length} characters, ${(font.length / 1000).toFixed(1)} kB`);
}
