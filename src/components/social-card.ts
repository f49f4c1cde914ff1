import { join } from "node:path";
import sharp from "sharp";
import type { Atlas } from "../atlas/atlas.ts";
import { escapeHtml } from "../atlas/escape.ts";
import type { Scene } from "../experiments/scene.ts";
import css from "../styles/tokens.css?raw";
import { seed, shareOf, strip } from "../widgets/opening-strip/spec.ts";
import { lightTokens } from "./tokens.ts";

/**
 * The picture that stands for a page where it is shared: the strip of the first screen, marked as simulated, beside the
 * page's title and the measured numbers. Letters come from the site's own font, so that it needs none of the machine's.
 */

export interface Card {
  readonly id: string;
  readonly title: string;
  readonly line: string;
}

const size = { width: 1200, height: 630 };
const tokens = lightTokens(css);
const [ground, ink, muted] = ["ground", "ink", "muted"].map((name) => tokens.get(name)!) as [
  string,
  string,
  string,
];
const inks = ["background", "curve-1", "curve-2"].map((name) => tokens.get(name)!);

/** A card for the review, which every other page borrows, and one for each family. */
export function cards(atlas: Atlas, review: string): Card[] {
  const families = [...atlas.families.values()].map(({ id, front }) => ({
    id,
    title: front.title,
    line: front.summary,
  }));
  return [{ id: "review", title: review, line: "A meta-review that runs" }, ...families];
}

export async function cardPicture({ title, line }: Card, atlas: Atlas): Promise<Uint8Array<ArrayBuffer>> {
  const heading = await words(escapeHtml(title), 42, 480, 60);
  const subtitle = await words(escapeHtml(line), 23, 480, 60 + heading.height + 24, muted);
  const picture = sharp(await groundOf(atlas), { raw: { ...size, channels: 3 } }).composite([
    heading,
    subtitle,
  ]);
  return Uint8Array.from(await picture.jpeg({ quality: 85 }).toBuffer());
}

const grounds = new WeakMap<Atlas, Promise<Buffer>>();

/** What is the same on every card: the strip, the measured numbers and what both are. Drawn once. */
function groundOf(atlas: Atlas): Promise<Buffer> {
  const known = grounds.get(atlas) ?? drawGround(atlas);
  grounds.set(atlas, known);
  return known;
}

async function drawGround(atlas: Atlas): Promise<Buffer> {
  const drawn = strip(atlas.number("reference-task.background-share").value ?? Number.NaN);
  const scores = atlas.measurements.get("dice-baseline")?.classes ?? [];
  const numbers = scores.map((name, k) => {
    const { text } = atlas.number(`dice-baseline.iou.${name.replace(" ", "-")}`);
    return `<span foreground="${inks[k]}" size="150%">${text}</span> ${escapeHtml(name)}`;
  });
  const layers = [
    { input: await enlarged(drawn), left: 0, top: 0 },
    await words(numbers.join("     "), 22, 480, 490),
    await words(`simulated, seed ${seed}, ${shareOf(drawn)} paper`, 16, 40, 588, muted),
    await words("measured: IoU of one Dice-trained model on real logs · Loss Map", 16, 480, 588, muted),
  ];
  return sharp({ create: { ...size, channels: 3, background: ground } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** The strip as it is, in whole pixels, as high as the card leaves it room. */
const enlarged = ({ rgb, width, height }: Scene) =>
  sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ width: 440, height: 570, fit: "cover", position: "top", kernel: "nearest" })
    .png()
    .toBuffer();

/** Pango's markup set in the site's serif, as wide as the card leaves it room. */
async function words(text: string, points: number, left: number, top: number, colour = ink) {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${text}</span>`,
      font: `Libertinus Serif ${points}`,
      fontfile: join(process.cwd(), "src/styles/fonts/serif.otf"),
      width: left < 400 ? 400 : size.width - left - 60,
      dpi: 96,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, left, top, height: info.height };
}
