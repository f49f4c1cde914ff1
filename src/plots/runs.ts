/** The pixels of a picture that are `inside`, as one path of a box for every run in a row. */
export function runs(width: number, count: number, inside: (pixel: number) => boolean): string {
  let d = "";
  for (let i = 0; i < count; i++) {
    if (!inside(i)) continue;
    let run = 1;
    while ((i + run) % width !== 0 && inside(i + run)) run++;
    d += `M${i % width} ${Math.floor(i / width)}h${run}v1h-${run}z`;
    i += run - 1;
  }
  return d;
}
