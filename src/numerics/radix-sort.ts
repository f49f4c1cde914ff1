/**
 * Doubles in decreasing order, equal ones in the order in which they were given: the explicit tie rule of every sort
 * here. Values are spread over parts by the leading bits in which they differ, then each part, small enough for a
 * cache, is sorted by the rest of a key of up to 31 bits: one radix pass and insertions, or two passes where values
 * crowd; then by the lower halves where keys are equal. Linear in n, no comparator, no allocation; memory is only ever
 * read and written in a few streams.
 */
export interface Parts {
  /** The upper half of the largest value; `shift` takes the distance from it to a part's number. */
  top: number;
  shift: number;
  /** So many bits of the lower half stand in a key, below the distance of the upper half. */
  fine: number;
  /** How many parts there are. */
  count: number;
  /** Where each part begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Filled by the caller in the order of the parts: `keyOf` each value, and its lower half. */
  readonly keys: Uint32Array;
  readonly lower: Uint32Array;
  /** What a sorted part leaves at the beginning of the first: twice the place where a value was put plus its bit. */
  readonly items: readonly [Uint32Array, Uint32Array];
  /** The keys of one part, from the beginning on for each, so that this memory stays in the cache. */
  readonly near: readonly [Uint32Array, Uint32Array];
  readonly digits: Uint32Array;
}

/** More parts than these would be more streams than a processor follows. */
const mostPartBits = 10;
const tieBits = 11;
const largestDigit = 14;
/** Fewer values than this are sorted by insertion, and more than this in one bucket are not. */
const few = 24;
/** An octave has 2²⁰ upper halves: beyond so many values some share one, and every doubling asks for a bit more. */
const apartBits = 16;

/** Room for n values. */
export function partsFor(n: number): Parts {
  const room = () => [new Uint32Array(n), new Uint32Array(n)] as const;
  const starts = new Uint32Array((1 << mostPartBits) + 1);
  const digits = new Uint32Array(1 << largestDigit);
  return {
    top: 0,
    shift: 0,
    fine: 0,
    count: 1,
    starts,
    near: room(),
    items: room(),
    keys: new Uint32Array(n),
    lower: new Uint32Array(n),
    digits,
  };
}

/** The words of doubles; made once by the caller, for it allocates. */
export const wordsOf = (values: Float64Array) =>
  new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);

/** Which word of a double is its upper half. */
export const upper = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Prepares for n values, none of them negative or NaN, whose upper halves lie between these two. */
export function setRange(parts: Parts, n: number, least: number, top: number) {
  // Parts of some thousand values fit a cache, and there is no gain in smaller ones.
  const partBits = Math.min(mostPartBits, Math.max(7, 20 - Math.clz32(n)));
  parts.top = top;
  const range = 32 - Math.clz32(top - least);
  parts.shift = Math.max(0, range - partBits);
  parts.fine = Math.min(31 - range, Math.max(0, 32 - Math.clz32(n) - apartBits));
  parts.count = 1 << partBits;
  parts.starts.fill(0);
}

/** The distance of a value's upper half from the top with the `fine` leading bits of its lower half, then a flag. */
export const keyOf = (distance: number, lower: number, fine: number, flag: number) =>
  (((distance << fine) | ((~lower >>> (31 - fine)) >>> 1)) << 1) | flag;

/** From counts, part p's at p + 1, to where each part begins. */
export function toStarts({ starts, count }: Parts) {
  for (let p = 1; p <= count; p++) starts[p]! += starts[p - 1]!;
}

/** Sorts the part in [from, to). */
export function sortPart(from: number, to: number, parts: Parts) {
  const { keys, near, lower, items, digits } = parts;
  const rest = parts.shift + parts.fine;
  const n = to - from;
  // About as many digits as values: where they fall evenly, one pass leaves next to nothing to do.
  const bits = Math.min(rest, 32 - Math.clz32(n >>> 1), largestDigit);
  const spare = 1 + rest - bits;
  if (n > few) {
    if (count(from, to, keys, spare, bits, digits) > few) return sortCrowd(from, to, parts);
    scatterPlaces(from, to, spare, bits, digits, keys, near[0], items[0]);
  } else {
    for (let i = 0; i < n; i++) {
      near[0][i] = keys[from + i]!;
      items[0][i] = 2 * (from + i) + (keys[from + i]! & 1);
    }
  }
  insert(n, near[0], lower, items[0]);
}

/** Places values by both halves among those before them, which few are larger than; equal ones stay in order. */
function insert(n: number, keys: Uint32Array, lower: Uint32Array, items: Uint32Array) {
  for (let i = 1; i < n; i++) {
    const key = keys[i]!;
    const distance = key >>> 1;
    if (keys[i - 1]! >>> 1 < distance) continue;
    const item = items[i]!;
    const word = lower[item >>> 1]!;
    let j = i;
    for (; j > 0; j--) {
      const before = keys[j - 1]!;
      if (before >>> 1 < distance) break;
      if (before >>> 1 === distance && lower[items[j - 1]! >>> 1]! >= word) break;
      keys[j] = before;
      items[j] = items[j - 1]!;
    }
    keys[j] = key;
    items[j] = item;
  }
}

/** Two stable passes over the rest of the keys, whatever the values; then the lower halves. */
function sortCrowd(from: number, to: number, parts: Parts) {
  const { keys, near, items, digits } = parts;
  const bits = (parts.shift + parts.fine + 1) >>> 1;
  count(from, to, keys, 1, bits, digits);
  scatterPlaces(from, to, 1, bits, digits, keys, near[1], items[1]);
  count(0, to - from, near[1], 1 + bits, bits, digits);
  scatter(0, to - from, 1 + bits, bits, digits, near[1], items[1], near[0], items[0]);
  sortTies(to - from, parts);
}

/** Where each digit of the keys in [from, to) begins, from 0 on; gives how often the most frequent one occurs. */
function count(
  from: number,
  to: number,
  keys: Uint32Array,
  shift: number,
  bits: number,
  digits: Uint32Array,
): number {
  const size = 1 << bits;
  digits.fill(0, 0, size);
  for (let i = from; i < to; i++) digits[(keys[i]! >>> shift) & (size - 1)]!++;
  let [next, most] = [0, 0];
  for (let d = 0; d < size; d++) {
    const found = digits[d]!;
    digits[d] = next;
    next += found;
    if (found > most) most = found;
  }
  return most;
}

/** The first pass, which makes the items: each key's place and bit. */
function scatterPlaces(
  from: number,
  to: number,
  shift: number,
  bits: number,
  digits: Uint32Array,
  keys: Uint32Array,
  keysOut: Uint32Array,
  itemsOut: Uint32Array,
) {
  const mask = (1 << bits) - 1;
  for (let i = from; i < to; i++) {
    const key = keys[i]!;
    const digit = (key >>> shift) & mask;
    const at = digits[digit]!;
    digits[digit] = at + 1;
    keysOut[at] = key;
    itemsOut[at] = 2 * i + (key & 1);
  }
}

function scatter(
  from: number,
  to: number,
  shift: number,
  bits: number,
  digits: Uint32Array,
  keys: Uint32Array,
  items: Uint32Array,
  keysOut: Uint32Array,
  itemsOut: Uint32Array,
) {
  const mask = (1 << bits) - 1;
  for (let i = from; i < to; i++) {
    const key = keys[i]!;
    const digit = (key >>> shift) & mask;
    const at = digits[digit]!;
    digits[digit] = at + 1;
    keysOut[at] = key;
    itemsOut[at] = items[i]!;
  }
}

/** Orders runs of equal keys by their lower halves: short runs by insertion, long ones by three passes more. */
function sortTies(n: number, { near, lower, items, digits }: Parts) {
  const [key] = near;
  const [item] = items;
  for (let from = 0; from < n; ) {
    const held = key[from]! >>> 1;
    let to = from + 1;
    while (to < n && key[to]! >>> 1 === held) to++;
    if (to - from > few) {
      for (let i = from; i < to; i++) key[i] = ~lower[item[i]! >>> 1]!;
      for (let pass = 0; pass < 3; pass++) {
        const [side, other] = pass === 1 ? [1, 0] : [0, 1];
        const shift = pass * tieBits;
        count(from, to, near[side]!, shift, tieBits, digits);
        for (let d = 0; d < 1 << tieBits; d++) digits[d]! += from;
        scatter(from, to, shift, tieBits, digits, near[side]!, items[side]!, near[other]!, items[other]!);
      }
      item.set(items[1].subarray(from, to), from);
    } else if (to - from > 1) {
      insertByLower(from, to, lower, item);
    }
    from = to;
  }
}

function insertByLower(from: number, to: number, lower: Uint32Array, items: Uint32Array) {
  for (let i = from + 1; i < to; i++) {
    const item = items[i]!;
    const word = lower[item >>> 1]!;
    let j = i;
    for (; j > from && lower[items[j - 1]! >>> 1]! < word; j--) items[j] = items[j - 1]!;
    items[j] = item;
  }
}
