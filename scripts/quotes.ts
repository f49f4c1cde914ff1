/**
 * Typographic quotes, apostrophes and spaces in the prose of a finished page. MDX sets its own; records in YAML and words in
 * templates are typed straight, because their readers are programs too. Code and mathematics keep what they have. In a
 * figure, whose words a script writes again from its rows, the words and the rows get their apostrophes together.
 */
export function curled(html: string): string {
  const start = html.indexOf("<body");
  let kept = 0;
  let figure = false;
  let rows = false;
  let before = " ";
  const parts = html.slice(Math.max(0, start)).split(/(<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^"'>])+>)/);
  const body = parts.map((part, k) => {
    if (k % 2 === 1) {
      const [, closing, name] = /^<(\/?)([a-z][\w-]*)/.exec(part) ?? [];
      if (name === "live-figure") figure = !closing;
      if (name === "script") rows = !closing && figure && part.includes("data-rows");
      if (name !== undefined && verbatim.has(name) && !part.endsWith("/>")) kept += closing ? -1 : 1;
      if (name !== undefined && !inline.has(name)) before = " ";
      return part;
    }
    if (rows || (figure && kept === 0)) return part.replace(apostrophe, "\u2019");
    if (kept > 0 || part === "") return part;
    const text = glued(quoted(part, before));
    before = part.at(-1)!;
    return text;
  });
  return start < 0 ? html : html.slice(0, start) + body.join("");
}

/** Between two letters, or after the s of a plural; a quote that opens follows a space. */
const apostrophe = /(?<=\p{L})(?:'|&#39;)(?=\p{L})|(?<=s)(?:'|&#39;)(?=[\s,.;:]|$)/gu;

const verbatim = new Set(["script", "style", "pre", "code", "kbd", "samp", "textarea", "math"]);
/** After these a word goes on; any other tag begins a new text. */
const inline = new Set([
  "a",
  "b",
  "em",
  "i",
  "span",
  "strong",
  "small",
  "cite",
  "sub",
  "sup",
  "code",
  "math",
]);

/** A short sum or equation, such as 1 − p or γ = 2, is one word to the eye and does not end a line in its middle. */
const glued = (text: string): string =>
  text.replace(
    /(?<=(?:^|[\s([])[\p{L}\p{N}.]{1,4}) ([=−×±≤≥]) (?=−?[\p{L}\p{N}.]{1,5}(?:[\s.,;:)\]]|$))/gu,
    "\u00a0$1\u00a0",
  );

const opening = /[\s([\u00a0\u2014\u201c]/;

/** A quote after a space or a bracket opens; every other closes, and a single one that closes is an apostrophe too. */
function quoted(text: string, before: string): string {
  return text.replace(/&#39;|&quot;|['"]/g, (mark, at: number) => {
    const opens = opening.test(at === 0 ? before : text[at - 1]!);
    const single = mark === "'" || mark === "&#39;";
    return single ? (opens ? "\u2018" : "\u2019") : opens ? "\u201c" : "\u201d";
  });
}
