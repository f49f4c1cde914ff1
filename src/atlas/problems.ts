/** Where a problem stands: a file of the repository, and its line and column counted from one. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number | undefined;
}

export interface Problem extends Place {
  readonly what: string;
  readonly remedy: string;
}

/** What the build prints before it stops: every problem of the content at once, place first, remedy last. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`${problems.map(describe).join("\n")}\n${verdict(problems.length)}`);
    this.name = "ContentError";
    this.problems = problems;
  }
}

const verdict = (n: number) => `the content has ${n} problem${n === 1 ? "" : "s"}; nothing was built`;

export function describe({ file, line, column, what, remedy }: Problem): string {
  const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
  return `${place}: ${printable(what)}; ${printable(remedy)}`;
}

/** A message is one line of a terminal: control characters are shown as such and nothing runs on for pages. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const clean = text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "\u{fffd}");
  return clean.length > 300 ? `${clean.slice(0, 297)}...` : clean;
}

/** Collects problems until everything was read; then all of them are thrown together. */
export class Problems {
  readonly #all: Problem[] = [];

  add(place: Place, what: string, remedy: string): void {
    this.#all.push({ file: place.file, line: place.line, column: place.column, what, remedy });
  }

  get all(): readonly Problem[] {
    return this.#all.toSorted(
      (a, b) => compare(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  throwIfAny(): void {
    if (this.#all.length > 0) throw new ContentError(this.all);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** " (did you mean x?)" for the known word nearest to the given one, or nothing when none is near. */
export function suggestion(word: string, known: Iterable<string>): string {
  if (word.length > 80) return "";
  const limit = Math.max(word.length < 4 ? 1 : 2, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === undefined ? "" : ` (did you mean ${best}?)`;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Line and column of offsets in one text, counted from one; lines end at \n. */
export function lineIndex(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
