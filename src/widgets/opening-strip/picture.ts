import sharp from "sharp";
import { fingerprint } from "../../experiments/hash.ts";
import type { Scene } from "../../experiments/scene.ts";

/** The scan as a file: WebP, a third of the size of a PNG, because grain is what PNG is worst at. */
export async function pictureOf({ rgb, width, height }: Scene): Promise<Uint8Array<ArrayBuffer>> {
  const raw = { width, height, channels: 3 } as const;
  return Uint8Array.from(await sharp(rgb, { raw }).webp({ quality: 78, effort: 6 }).toBuffer());
}

/** Its place on the site, named by its pixels so that it may be kept for ever. */
export const pathOf = ({ rgb }: Scene): string => `_astro/opening-strip.${fingerprint(rgb)}`;
