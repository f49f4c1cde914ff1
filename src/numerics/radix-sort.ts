/**
 * Doubles in decreasing order, equal ones in the order in which they were given: the explicit tie rule of every sort
 * here. Least-significant-digit radix sort on the upper halves of the doubles, then on the lower halves where the
 * upper are equal; linear in n, no comparator, no allocation.
 */
export interface SortScratch {
  /** What is sorted: items 2·index + flag, where index is a value's place and flag one bit of the caller's. */
  readonly items: readonly [Uint32Array, Uint32Array];
  readonly keys: readonly [Uint32Array, Uint32Array];
  readonly starts: Uint32Array;
}

const digitBits = 11;
const digits = 1 << digitBits;
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Room for n items. */
export function sortScratch(n: number): SortScratch {
  return {
    items: [new Uint32Array(n), new Uint32Array(n)],
    keys: [new Uint32Array(n), new Uint32Array(n)],
    starts: new Uint32Array(3 * digits),
  };
}

/** The words of doubles; made once by the caller, for it allocates. */
export const wordsOf = (values: Float64Array) =>
  new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);

/**
 * Sorts the n items in `scratch.items[0]` by their values, none of which is negative or NaN; the sorted items are
 * returned in `scratch.items[1]`, where they stay until the next sort.
 */
export function sortDecreasing(words: Uint32Array, n: number, scratch: SortScratch): Uint32Array {
  const { keys, items } = scratch;
  // An item without its flag is twice its index, the place of the value's first word.
  for (let i = 0; i < n; i++) keys[0][i] = ~words[(items[0][i]! & ~1) + upper]!;
  sortByKey(0, n, scratch);
  sortTies(words, n, scratch);
  return items[1];
}

/** Three passes over the keys in [from, to): from side 0 to side 1, stable. */
function sortByKey(from: number, to: number, { keys, items, starts }: SortScratch) {
  starts.fill(0);
  const key = keys[0];
  for (let i = from; i < to; i++) {
    const k = key[i]!;
    starts[k & (digits - 1)]!++;
    starts[digits + ((k >>> digitBits) & (digits - 1))]!++;
    starts[2 * digits + (k >>> (2 * digitBits))]!++;
  }
  for (let pass = 0; pass < 3; pass++) {
    let next = from;
    for (let d = pass * digits; d < (pass + 1) * digits; d++) {
      const count = starts[d]!;
      starts[d] = next;
      next += count;
    }
  }
  scatter(from, to, 0, keys[0], items[0], keys[1], items[1], starts);
  scatter(from, to, 1, keys[1], items[1], keys[0], items[0], starts);
  scatter(from, to, 2, keys[0], items[0], keys[1], items[1], starts);
}

function scatter(
  from: number,
  to: number,
  pass: number,
  keys: Uint32Array,
  items: Uint32Array,
  keysOut: Uint32Array,
  itemsOut: Uint32Array,
  starts: Uint32Array,
) {
  const shift = pass * digitBits;
  const base = pass * digits;
  for (let i = from; i < to; i++) {
    const key = keys[i]!;
    const slot = base + ((key >>> shift) & (digits - 1));
    const at = starts[slot]!;
    starts[slot] = at + 1;
    keysOut[at] = key;
    itemsOut[at] = items[i]!;
  }
}

/** Orders runs of equal upper halves by their lower halves: short runs by insertion, long ones by three passes more. */
function sortTies(words: Uint32Array, n: number, scratch: SortScratch) {
  const { keys, items } = scratch;
  const lower = 1 - upper;
  for (let from = 0; from < n; ) {
    const key = keys[1][from]!;
    let to = from + 1;
    while (to < n && keys[1][to] === key) to++;
    if (to - from > 32) {
      for (let i = from; i < to; i++) {
        const item = items[1][i]!;
        items[0][i] = item;
        keys[0][i] = ~words[(item & ~1) + lower]!;
      }
      sortByKey(from, to, scratch);
    } else if (to - from > 1) {
      insertByLower(words, from, to, items[1], lower);
    }
    from = to;
  }
}

function insertByLower(words: Uint32Array, from: number, to: number, items: Uint32Array, lower: number) {
  for (let i = from + 1; i < to; i++) {
    const item = items[i]!;
    const word = words[(item & ~1) + lower]!;
    let j = i;
    for (; j > from && words[(items[j - 1]! & ~1) + lower]! < word; j--) items[j] = items[j - 1]!;
    items[j] = item;
  }
}
