import katex from "katex";

/**
 * TeX to MathML Core, at build time only.
 *
 * Why MathML and not KaTeX's HTML: on the densest family page the HTML form triples the element count and
 * brings nine font files; MathML needs one subset font, no inline style, and is what screen readers read.
 * Compared in Chromium and Firefox at display size with STIX Two Math beside Libertinus Serif; it looked as good.
 */
export interface TexOptions {
  readonly display?: boolean;
}

/** `\sym{id}{tex}` marks a symbol; it survives into the MathML as an element with `data-symbol="id"`. */
const macros = {
  "\\sym": "\\href{symbol:#1}{#2}",
};

/** KaTeX would print a refused command in red; a page with a hole in it is worse than no page. */
function allowed(context: { command: string; protocol?: string }): boolean {
  if (context.command === "\\href" && context.protocol === "symbol") return true;
  throw new Error(`${context.command} is not allowed; write plain mathematics`);
}

/**
 * The `<math>` element of a TeX string.
 * @throws Error with KaTeX's message and position when the TeX is bad or asks for a command that is not allowed.
 */
export function texToMathml(tex: string, { display = false }: TexOptions = {}): string {
  if (tex.length > longest)
    throw new Error(`${tex.length} characters of TeX; no equation is longer than ${longest}`);
  const html = render(tex, display);
  const math = html.slice(html.indexOf("<math"), html.lastIndexOf("</math>") + "</math>".length);
  const linked = linkSymbols(dropAnnotation(math));
  if (/ href="/.test(linked)) throw new Error("a symbol's id is letters, digits and hyphens; mend the \\sym");
  if (depthOf(linked) > deepest) throw new Error("nested too deeply; write it flatter");
  // KaTeX bounds most lengths by maxSize, but not how far a box is raised.
  const far = [...linked.matchAll(/="-?([\d.]+)em"/g)].find(([, size]) => Number(size) > largest);
  if (far) throw new Error(`a length of ${far[1]}em; no equation needs more than ${largest}em`);
  return styleLetters(linked);
}

/** Bounds on an equation: characters of TeX, em for any length within it, elements inside one another. */
const longest = 4000;
const largest = 20;
const deepest = 60;

function depthOf(math: string): number {
  let [depth, most] = [0, 0];
  for (const [tag] of math.matchAll(/<[^>]+>/g)) {
    if (tag.startsWith("</")) depth--;
    else if (!tag.endsWith("/>")) most = Math.max(most, ++depth);
  }
  return most;
}

function render(tex: string, display: boolean): string {
  try {
    return katex.renderToString(tex, {
      displayMode: display,
      output: "mathml",
      throwOnError: true,
      strict: "error",
      trust: allowed,
      maxSize: largest,
      maxExpand: 200,
      macros: { ...macros },
    });
  } catch (error) {
    if (error instanceof RangeError) throw new Error("nested too deeply; write it flatter", { cause: error });
    throw error;
  }
}

/** The TeX that a reader may paste anywhere: without the site's own marks. */
export function plainTex(tex: string): string {
  const mark = /\\sym\{[\w-]+\}\{/.exec(tex);
  if (!mark) return tex.replace(/\s+/g, " ").trim();
  const start = mark.index + mark[0].length;
  const end = closing(tex, start);
  return plainTex(`${tex.slice(0, mark.index)}{${tex.slice(start, end)}}${tex.slice(end + 1)}`);
}

/** What an equation marks as the symbol, where it first stands there, in plain TeX. */
export function marked(tex: string, id: string): string {
  const start = tex.indexOf(`\\sym{${id}}{`) + `\\sym{${id}}{`.length;
  return plainTex(tex.slice(start, closing(tex, start)));
}

/** Where the brace closes that is open here; an escaped brace is a sign of its own. */
function closing(tex: string, from: number): number {
  let end = from;
  for (let depth = 1; end < tex.length; end++) {
    if (tex[end] === "\\") end++;
    else if (tex[end] === "{") depth++;
    else if (tex[end] === "}" && --depth === 0) break;
  }
  return end;
}

/** The TeX annotation doubles what assistive technology may read; copyable TeX is a button of the equation. */
function dropAnnotation(math: string): string {
  return math
    .replace(/<annotation[\s\S]*?<\/annotation>/, "")
    .replace("<semantics>", "")
    .replace("</semantics>", "");
}

function linkSymbols(math: string): string {
  return math.replace(/ href="symbol:([\w-]+)"/g, ' class="symbol" data-symbol="$1"');
}

const ranges: Record<string, { upper: number; lower: number; digit?: number }> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
  italic: { upper: 0x1d434, lower: 0x1d44e },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482 },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};
/** Letters that Unicode encoded before the mathematical alphabets; their places in the block are empty. */
const exceptions: Record<string, string> = {
  "script:B": "ℬ",
  "script:E": "ℰ",
  "script:F": "ℱ",
  "script:H": "ℋ",
  "script:I": "ℐ",
  "script:L": "ℒ",
  "script:M": "ℳ",
  "script:R": "ℛ",
  "script:e": "ℯ",
  "script:g": "ℊ",
  "script:o": "ℴ",
  "italic:h": "ℎ",
  "double-struck:C": "ℂ",
  "double-struck:H": "ℍ",
  "double-struck:N": "ℕ",
  "double-struck:P": "ℙ",
  "double-struck:Q": "ℚ",
  "double-struck:R": "ℝ",
  "double-struck:Z": "ℤ",
};

function letter(variant: string, char: string): string {
  const exception = exceptions[`${variant}:${char}`];
  if (exception) return exception;
  const range = ranges[variant];
  const code = char.codePointAt(0)!;
  if (!range) return char;
  if (code >= 65 && code <= 90) return String.fromCodePoint(range.upper + code - 65);
  if (code >= 97 && code <= 122) return String.fromCodePoint(range.lower + code - 97);
  if (code >= 48 && code <= 57 && range.digit) return String.fromCodePoint(range.digit + code - 48);
  return char;
}

/** MathML Core knows no `mathvariant` but `normal`: the letters themselves must carry the style. */
function styleLetters(math: string): string {
  return math.replace(
    /<(mi|mn|mo|mtext)([^>]*?) mathvariant="([a-z-]+)"([^>]*)>([^<]*)</g,
    (_, tag, before, variant, after, text) =>
      variant === "normal"
        ? `<${tag}${before} mathvariant="normal"${after}>${text}<`
        : `<${tag}${before}${after}>${[...text].map((char) => letter(variant, char)).join("")}<`,
  );
}
