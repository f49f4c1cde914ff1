/** Milliseconds: the least of the runs, which a busy machine disturbs least, and their median. */
export interface Time {
  readonly best: number;
  readonly median: number;
  readonly runs: number;
}

/** How long to look at least, and how many runs. */
export interface Effort {
  readonly seconds: number;
  readonly least?: number;
}

/** Runs until both some runs and some time are spent, after a warm-up of the same kind. */
export function measure(run: () => void, { seconds, least = 5 }: Effort): Time {
  const limit = (share: number) => performance.now() + 1000 * seconds * share;
  const warm = limit(0.3);
  do run();
  while (performance.now() < warm);
  const times: number[] = [];
  const end = limit(1);
  while (times.length < least || (performance.now() < end && times.length < 1000)) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { best: round(times[0]!), median: round(times[times.length >> 1]!), runs: times.length };
}

const round = (milliseconds: number) => Number(milliseconds.toPrecision(3));
