import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** Holds a picture against its reference, and says where to see the difference and how to accept it. */

const reference = join(import.meta.dirname, "reference");
const seen = join(import.meta.dirname, "../../.cache/looks");

/**
 * Two pictures of one page by the pinned browser differ in a few colour values by one in 255, which is no difference
 * here: a pixel counts when its colour is off by more than `threshold` of the way from black to white and it is no
 * anti-aliased edge. The few that are allowed are room for another processor; one digit of small print is fourteen.
 */
const threshold = 0.05;
const allowed = 5;

export const referenceOf = (name: string): string => join(reference, `${name}.png`);

interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function unpack(png: Uint8Array | string): Promise<Raw> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** How many pixels differ, and a PNG that shows them in red on a pale ground. */
export async function differenceOf(before: Uint8Array | string, after: Uint8Array | string) {
  const [a, b] = await Promise.all([unpack(before), unpack(after)]);
  if (a.width !== b.width || a.height !== b.height)
    return { says: `${b.width} × ${b.height} pixels where the reference has ${a.width} × ${a.height}` };
  const { width, height } = a;
  const shown = new Uint8Array(a.data.length);
  const pixels = pixelmatch(a.data, b.data, shown, width, height, { threshold });
  if (pixels <= allowed) return undefined;
  const picture = await sharp(shown, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { says: `${pixels} of ${width * height} pixels differ`, picture };
}

/** Nothing when the picture is as its reference; else one sentence, with both pictures written to .cache/looks/. */
export async function complaintOf(name: string, actual: Uint8Array): Promise<string | undefined> {
  const known = existsSync(referenceOf(name));
  const found = known ? await differenceOf(referenceOf(name), actual) : { says: "it has no reference yet" };
  const files = {
    actual: join(seen, `${name}.actual.png`),
    difference: join(seen, `${name}.difference.png`),
  };
  for (const file of Object.values(files)) rmSync(file, { force: true });
  if (!found) return undefined;
  mkdirSync(seen, { recursive: true });
  writeFileSync(files.actual, actual);
  if (found.picture) writeFileSync(files.difference, found.picture);
  const where = `.cache/looks/${name}.actual.png${found.picture ? " and .difference.png" : ""}`;
  return `${name}: ${found.says}; look at ${where}, and if it is meant, npm run looks -- --accept ${name}`;
}

/** Writes the reference anew, as small as PNG makes it; what did not change keeps its bytes. */
export async function accept(name: string, actual: Uint8Array): Promise<boolean> {
  if (existsSync(referenceOf(name)) && !(await differenceOf(referenceOf(name), actual))) return false;
  mkdirSync(reference, { recursive: true });
  const small = { compressionLevel: 9, adaptiveFiltering: false };
  writeFileSync(referenceOf(name), await sharp(actual).removeAlpha().png(small).toBuffer());
  return true;
}
