import { type Random, random } from "../numerics/random.ts";
import { type Colour, depths, type Grain, grid, ink, paper, penMark, type Sheet, scan } from "./paper.ts";

/** How noisy the scan is and how many marks stand on the sheet that are ink and yet no curve. */
export type Difficulty = "easy" | "medium" | "hard";

/** What a curve covers in row y: calls `put` with each column and the share of that pixel that is covered. */
export type Stroke = (y: number, put: (x: number, covered: number) => void) => void;

const settings: Record<Difficulty, Grain & { marks: number; faintest: number }> = {
  easy: { luminance: 0.025, chroma: 0.015, marks: 0.25, faintest: 0.75 },
  medium: { luminance: 0.1, chroma: 0.08, marks: 1, faintest: 0.25 },
  hard: { luminance: 0.16, chroma: 0.16, marks: 2, faintest: 0.2 },
};

/** Nearly equal inks, one a bluish and one a reddish black, as copies of copies have them. */
const inks: readonly [Colour, Colour] = [
  [0.18, 0.19, 0.33],
  [0.38, 0.16, 0.18],
];

/** The scanned sheet with these curves on it: red, green, blue bytes of each pixel. Curve k has ink k, of two inks. */
export function drawn(
  {
    seed,
    width,
    height,
    difficulty = "medium",
  }: { seed: number; width: number; height: number; difficulty?: Difficulty },
  curves: readonly Stroke[],
): Uint8Array {
  const { marks, faintest, ...grain } = settings[difficulty];
  const source = random(seed ^ 0x5ca9);
  const sheet = paper(width, height, source);
  grid(sheet, [12, 10]);
  if (width >= 96) depths(sheet, 50, 1200 + 50 * source.below(40), 10);
  strayMarks(sheet, (marks * width * height) / 2000, source);
  curves.forEach((curve, k) => {
    drawCurve(sheet, curve, inks[k % 2]!, faintest, source);
  });
  return scan(sheet, grain, source);
}

/** Ink fades by a walk between `faintest` and nearly full that crosses it in some ten rows: each log shows all of it. */
function drawCurve(sheet: Sheet, curve: Stroke, colour: Colour, faintest: number, source: Random) {
  let strength = source.uniform();
  for (let y = 0; y < sheet.height; y++) {
    strength = Math.min(1, Math.max(0, strength + 0.3 * source.normal()));
    const opacity = faintest + (0.95 - faintest) * strength;
    curve(y, (x, covered) => ink(sheet, x, y, colour, opacity * covered));
  }
}

/** Hard negatives: specks of one or two pixels and short pen strokes, all in the curves' own inks. */
function strayMarks(sheet: Sheet, count: number, source: Random) {
  const place = () => ({ x: source.uniform() * sheet.width, y: source.uniform() * sheet.height });
  for (let k = 0; k < count; k++) {
    const speck = { ...place(), dx: 1, dy: 0, steps: 1 + source.below(2) };
    penMark(sheet, speck, inks[source.below(2)]!, 0.3 + 0.6 * source.uniform());
  }
  for (let k = 0; k < count / 6; k++) {
    const slope = { dx: 2 * source.uniform() - 1, dy: 2 * source.uniform() - 1 };
    const stroke = { ...place(), ...slope, steps: 4 + source.below(10) };
    penMark(sheet, stroke, inks[source.below(2)]!, 0.4 + 0.5 * source.uniform());
  }
}
