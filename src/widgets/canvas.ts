/** What every figure that paints pixels does alike: inks in numbers, one image at a time, and again when the theme changes. */

export type Colour = readonly [red: number, green: number, blue: number];

/** Tokens of the style sheet in numbers, as the page's theme has them now: a canvas knows no variables. */
export function coloursOf(host: Element, tokens: readonly string[]): Colour[] {
  const probe = document.createElement("span");
  host.append(probe);
  const colours = tokens.map((token): Colour => {
    probe.style.color = `var(--${token})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  });
  probe.remove();
  return colours;
}

/** Fills the canvas at this size, four numbers a pixel. */
export function paint(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  fill: (data: Uint8ClampedArray) => void,
): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    // The style sheet keeps a tall strip from being as tall as its frame is wide.
    canvas.style.setProperty("--ratio", String(width / height));
  }
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(width, height);
  fill(image.data);
  context.putImageData(image, 0, 0);
}

/** Calls back when the reader changes the theme, by the page's switch or by the system's, until the signal. */
export function onTheme(changed: () => void, signal?: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal?.addEventListener("abort", () => observer.disconnect(), { once: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, signal && { signal });
}
