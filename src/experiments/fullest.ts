/** A picture of numbers 0..`classes`, row-major; 0 is the background. */
export interface Numbered {
  readonly width: number;
  readonly height: number;
  readonly classes: number;
  /** The number at a pixel is `number[labels[pixel]]`. */
  readonly labels: Uint8Array;
  readonly number: Uint8Array;
}

export interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * Where a window of w × h holds the most classes; of these where it holds the most foreground, up to half of the
 * window, for a task is both; of these the first. A window without background is none. Every place is tried: columns
 * are tallied as the strip moves down, so that the time is linear in pixels × classes and the memory is a few rows.
 * Undefined where no window has both foreground and background.
 */
export function fullest(picture: Numbered, w: number, h: number): Place | undefined {
  const { width, height, classes, labels, number } = picture;
  const places = width - w + 1;
  /** Of the strip of h rows: how often each number, the background's too, stands in each column, and in all of them. */
  const columns = new Int32Array((classes + 1) * width);
  const totals = new Int32Array(classes + 1);
  const held = new Uint8Array(places);
  const balance = new Int32Array(places);
  let best = { classes: 0, balance: 0, left: -1, top: -1 };

  /** The strip moves down by a row. */
  function step(top: number) {
    for (let x = 0, gone = top * width, come = gone + h * width; x < width; x++, gone++, come++) {
      const [from, to] = [number[labels[gone]!]!, number[labels[come]!]!];
      if (from === to) continue;
      columns[from * width + x]! -= 1;
      columns[to * width + x]! += 1;
      totals[from]! -= 1;
      totals[to]! += 1;
    }
  }

  /** How much of each window is ink, or paper if that is less; true where one of them has more than this. */
  function weigh(than: number): boolean {
    let most = 0;
    let paper = 0;
    for (let x = 0; x < w; x++) paper += columns[x]!;
    for (let left = 0; left < places; left++) {
      const less = Math.min(paper, w * h - paper);
      balance[left] = less;
      if (less > most) most = less;
      paper += (left + w < width ? columns[left + w]! : 0) - columns[left]!;
    }
    return most > than;
  }

  /** Adds class k of the strip to the number that each window holds. */
  function count(k: number) {
    let sum = 0;
    const start = k * width;
    for (let x = 0; x < w; x++) sum += columns[start + x]!;
    for (let left = 0; left < places; left++) {
      if (sum > 0) held[left]! += 1;
      sum += (left + w < width ? columns[start + left + w]! : 0) - columns[start + left]!;
    }
  }

  for (let at = 0; at < h * width; at++) {
    const k = number[labels[at]!]!;
    columns[k * width + (at % width)]! += 1;
    totals[k]! += 1;
  }
  for (let top = 0; ; top++) {
    // Most strips are left alone: they have fewer classes than a window already found, or as many and less ink.
    let present = 0;
    for (let k = 1; k <= classes; k++) if (totals[k]! > 0) present++;
    if (present >= best.classes && weigh(present === best.classes ? best.balance : 0)) {
      held.fill(0);
      for (let k = 1; k <= classes; k++) if (totals[k]! > 0) count(k);
      for (let left = 0; left < places; left++) {
        if (balance[left] === 0 || held[left]! < best.classes) continue;
        if (held[left] === best.classes && balance[left]! <= best.balance) continue;
        best = { classes: held[left]!, balance: balance[left]!, left, top };
      }
    }
    if (top + h === height) break;
    step(top);
  }
  return best.balance > 0 ? { left: best.left, top: best.top } : undefined;
}
