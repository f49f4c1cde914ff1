import type { Scene } from "../../experiments/scene.ts";

/** Only a part of the log fits a page: the one with most of the curves in it, and the same for every loss. */
const part = { width: 128, height: 160 };

function leftOf({ width, labels }: Scene): number {
  const curves = new Array<number>(width).fill(0);
  labels.forEach((label, i) => {
    if (label !== 0) curves[i % width]! += 1;
  });
  const within = (left: number) => curves.slice(left, left + part.width).reduce((sum, n) => sum + n, 0);
  const lefts = Array.from({ length: Math.max(1, width - part.width + 1) }, (_, left) => left);
  const most = Math.max(...lefts.map(within));
  // As many places may hold as much; the middle one does not cut a curve off at the edge.
  const best = lefts.filter((left) => within(left) === most);
  return best[Math.floor(best.length / 2)]!;
}

/** The simulated picture as the model sees it. */
export function drawScene(canvas: HTMLCanvasElement, scene: Scene): void {
  const { width, rgb } = scene;
  const left = leftOf(scene);
  paint(canvas, (x, y) => {
    const at = 3 * (y * width + left + x);
    return [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
  });
}

/** The truth of that part with what was found, missed and strayed to, in the site's inks. */
export function drawAnswer(canvas: HTMLCanvasElement, scene: Scene, answer: Uint8Array | undefined): void {
  const { width, labels } = scene;
  const left = leftOf(scene);
  const inks = inksOf(canvas);
  paint(canvas, (x, y) => {
    const at = y * width + left + x;
    const truth = labels[at]!;
    const said = answer?.[at] ?? truth;
    if (said === truth) return truth === 0 ? inks.ground : truth === 1 ? inks.one : inks.two;
    return truth === 0 ? inks.stray : inks.missed;
  });
}

type Colour = readonly [number, number, number];

function paint(canvas: HTMLCanvasElement, colour: (x: number, y: number) => Colour): void {
  canvas.width = part.width;
  canvas.height = part.height;
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(part.width, part.height);
  for (let i = 0; i < part.width * part.height; i++) {
    const [red, green, blue] = colour(i % part.width, Math.floor(i / part.width));
    image.data.set([red, green, blue, 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}

/** The tokens of the page in numbers: a canvas knows no variables. */
function inksOf(canvas: HTMLCanvasElement): Record<"ground" | "one" | "two" | "missed" | "stray", Colour> {
  const probe = document.createElement("span");
  canvas.after(probe);
  const colour = (token: string): Colour => {
    probe.style.color = `var(--${token})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const inks = {
    ground: colour("raised"),
    one: colour("curve-1"),
    two: colour("curve-2"),
    missed: colour("warning"),
    stray: colour("metric"),
  };
  probe.remove();
  return inks;
}
