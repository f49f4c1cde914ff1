/**
 * Indices of doubles in decreasing order, equal ones in increasing order of index: the explicit tie rule of every sort
 * here. Least-significant-digit radix sort on the upper halves of the doubles, then on the lower halves where the
 * upper are equal; linear in n, no comparator, no allocation.
 */
export interface SortScratch {
  readonly keys: readonly [Uint32Array, Uint32Array];
  readonly order: readonly [Uint32Array, Uint32Array];
  readonly starts: Uint32Array;
}

const digitBits = 11;
const digits = 1 << digitBits;
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

export function sortScratch(n: number): SortScratch {
  return {
    keys: [new Uint32Array(n), new Uint32Array(n)],
    order: [new Uint32Array(n), new Uint32Array(n)],
    starts: new Uint32Array(3 * digits),
  };
}

/**
 * Sorts the first n of `values`, none negative or NaN; the result is `scratch.order[1]`, valid until the next sort.
 * `values` must start at an even word of its buffer, as every Float64Array does.
 */
export function sortDecreasing(values: Float64Array, n: number, scratch: SortScratch): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const { keys, order } = scratch;
  for (let i = 0; i < n; i++) {
    keys[0][i] = ~words[2 * i + upper]!;
    order[0][i] = i;
  }
  sortByKey(0, n, scratch);
  sortTies(words, n, scratch);
  return order[1];
}

/** Three passes over the keys in [from, to): from side 0 to side 1, stable. */
function sortByKey(from: number, to: number, { keys, order, starts }: SortScratch) {
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
  scatter(from, to, 0, keys[0], order[0], keys[1], order[1], starts);
  scatter(from, to, 1, keys[1], order[1], keys[0], order[0], starts);
  scatter(from, to, 2, keys[0], order[0], keys[1], order[1], starts);
}

function scatter(
  from: number,
  to: number,
  pass: number,
  keys: Uint32Array,
  order: Uint32Array,
  keysOut: Uint32Array,
  orderOut: Uint32Array,
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
    orderOut[at] = order[i]!;
  }
}

/** Orders runs of equal upper halves by their lower halves: short runs by insertion, long ones by three passes more. */
function sortTies(words: Uint32Array, n: number, scratch: SortScratch) {
  const { keys, order } = scratch;
  const lower = 1 - upper;
  for (let from = 0; from < n; ) {
    const key = keys[1][from]!;
    let to = from + 1;
    while (to < n && keys[1][to] === key) to++;
    if (to - from > 32) {
      for (let i = from; i < to; i++) {
        order[0][i] = order[1][i]!;
        keys[0][i] = ~words[2 * order[1][i]! + lower]!;
      }
      sortByKey(from, to, scratch);
    } else if (to - from > 1) {
      insertByLower(words, from, to, order[1], lower);
    }
    from = to;
  }
}

function insertByLower(words: Uint32Array, from: number, to: number, order: Uint32Array, lower: number) {
  for (let i = from + 1; i < to; i++) {
    const index = order[i]!;
    const word = words[2 * index + lower]!;
    let j = i;
    for (; j > from && words[2 * order[j - 1]! + lower]! < word; j--) order[j] = order[j - 1]!;
    order[j] = index;
  }
}
