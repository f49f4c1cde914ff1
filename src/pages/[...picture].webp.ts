import type { APIRoute, GetStaticPaths } from "astro";
import { atlas } from "../atlas/vite.ts";
import * as gradients from "../widgets/gradients/picture.ts";
import { pathOf, pictureOf } from "../widgets/opening-strip/picture.ts";
import { strip } from "../widgets/opening-strip/spec.ts";

/** Pictures drawn at build by the lab's generator: the first screen's strip, and the gradients of the first state. */
const pictures = () => {
  const drawn = strip(atlas.number("reference-task.background-share").value ?? Number.NaN);
  return {
    [pathOf(drawn)]: () => pictureOf(drawn),
    [gradients.firstPath()]: gradients.firstPicture,
  };
};

export const getStaticPaths = (() =>
  Object.keys(pictures()).map((picture) => ({ params: { picture } }))) satisfies GetStaticPaths;

export const GET: APIRoute<Record<string, unknown>, { picture: string }> = async ({ params }) =>
  new Response(await pictures()[params.picture]!(), { headers: { "content-type": "image/webp" } });
