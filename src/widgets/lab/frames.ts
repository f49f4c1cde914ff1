import type { Scene } from "../../experiments/scene.ts";

/** Only a part of the log fits a page; it is the same part for every loss. */
const part = { width: 128, height: 160 };

/** The simulated picture as the model sees it. */
export function drawScene(canvas: HTMLCanvasElement, { width, rgb }: Scene): void {
  paint(canvas, (x, y) => {
    const at = 3 * (y * width + x);
    return [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
  });
}

/** The truth of that part with what was found, missed and strayed to, in the site's inks. */
export function drawAnswer(
  canvas: HTMLCanvasElement,
  { width, labels }: Scene,
  answer: Uint8Array | undefined,
): void {
  const inks = inksOf(canvas);
  paint(canvas, (x, y) => {
    const at = y * width + x;
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
