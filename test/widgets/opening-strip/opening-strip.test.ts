import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { atlas } from "../../../src/atlas/vite.ts";
import { backgroundShare } from "../../../src/experiments/scene.ts";
import { pathOf, pictureOf } from "../../../src/widgets/opening-strip/picture.ts";
import { shareOf, strip } from "../../../src/widgets/opening-strip/spec.ts";

const share = atlas.number("reference-task.background-share").value!;
const drawn = strip(share);

describe("strip", () => {
  it("strip() is as empty as the reference task to a tenth of a percent, and says what it is", () => {
    expect(Math.abs(backgroundShare(drawn) - share)).toBeLessThan(0.001);
    expect(shareOf(drawn)).toMatch(/^\d\d\.\d percent$/);
  });

  it("strip() has curves one to three pixels wide, as its text says", () => {
    const { width, height, labels } = drawn;
    const pixels = labels.filter((label) => label !== 0).length / height / 2;
    expect(pixels).toBeGreaterThan(1);
    expect(pixels).toBeLessThan(3);
    expect(width).toBeLessThan(height);
  });
});

describe("pictureOf", () => {
  it("pictureOf() is an image of the strip's size, small enough for the first screen", async () => {
    const bytes = await pictureOf(drawn);
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([drawn.width, drawn.height]);
    expect(bytes.length).toBeLessThan(10_000);
  });

  it("pathOf() changes with the pixels, so that the file may be kept for ever", () => {
    expect(pathOf(drawn)).not.toBe(pathOf({ ...drawn, rgb: drawn.rgb.map((byte) => 255 - byte) }));
  });
});
