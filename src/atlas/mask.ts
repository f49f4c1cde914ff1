/** A piece of TeX in a text, between single or double dollars. */
export interface Maths {
  readonly tex: string;
  readonly offset: number;
  readonly display: boolean;
}

/**
 * Blanks what holds no components in an author's text: fenced and inline code, TeX, comments and escaped characters.
 * Blanks have equal length, so that places stay true. One pass from left to right, linear in the text.
 */
export function mask(body: string): { text: string; maths: Maths[] } {
  const maths: Maths[] = [];
  const parts: string[] = [];
  // Runs of backticks that nothing closes, by length: not searched for again.
  const unclosed = new Set<number>();
  const lastComment = body.lastIndexOf("*/}");
  let kept = 0;
  let i = 0;
  const hide = (end: number): void => {
    parts.push(body.slice(kept, i), body.slice(i, end).replace(/[^\n]/g, " "));
    kept = end;
    i = end;
  };
  while (i < body.length) {
    const c = body[i];
    const fence = (c === "`" || c === "~") && (i === 0 || body[i - 1] === "\n") ? run(body, i) : 0;
    if (fence >= 3) hide(fenceEnd(body, i, fence));
    else if (c === "`") {
      const length = run(body, i);
      const close = unclosed.has(length) ? -1 : closing(body, i + length, length);
      if (close < 0) {
        unclosed.add(length);
        i += length;
      } else hide(close + length);
    } else if (c === "$") {
      const found = mathsAt(body, i);
      if (found) {
        maths.push(found.maths);
        hide(found.end);
      } else i++;
    } else if (c === "{" && body.startsWith("{/*", i)) {
      if (lastComment < i + 3) i++;
      else hide(body.indexOf("*/}", i + 3) + 3);
    } else if (c === "\\") hide(Math.min(i + 2, body.length));
    else i++;
  }
  parts.push(body.slice(kept));
  return { text: parts.join(""), maths };
}

/** Length of the run of one character that starts here. */
function run(text: string, from: number): number {
  let end = from;
  while (text[end] === text[from]) end++;
  return end - from;
}

/** Where a run of exactly this many backticks starts again. */
function closing(text: string, from: number, length: number): number {
  for (let i = text.indexOf("`", from); i >= 0; i = text.indexOf("`", i)) {
    const found = run(text, i);
    if (found === length) return i;
    i += found;
  }
  return -1;
}

/** The end of the line that closes a fence; an open fence takes the rest, as Markdown does. */
function fenceEnd(text: string, from: number, length: number): number {
  const mark = (text[from] ?? "").repeat(length);
  const close = text.indexOf(`\n${mark}`, from);
  const end = close < 0 ? -1 : text.indexOf("\n", close + 1);
  return end < 0 ? text.length : end;
}

function mathsAt(text: string, from: number): { maths: Maths; end: number } | undefined {
  if (text.startsWith("$$", from)) {
    const end = text.indexOf("$$", from + 2);
    if (end < 0) return undefined;
    return { maths: { tex: text.slice(from + 2, end), offset: from, display: true }, end: end + 2 };
  }
  const end = text.indexOf("$", from + 1);
  const tex = text.slice(from + 1, end);
  if (end < 0 || tex === "" || tex.includes("\n") || /^\s|\s$/.test(tex)) return undefined;
  return { maths: { tex, offset: from, display: false }, end: end + 1 };
}
