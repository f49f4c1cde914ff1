import type { APIRoute, GetStaticPaths } from "astro";
import { pathOf, pictureOf } from "../widgets/opening-strip/picture.ts";
import { strip } from "../widgets/opening-strip/spec.ts";

/** The picture of the first screen, drawn at build by the same generator as the lab's. */
export const getStaticPaths = (() => [{ params: { picture: pathOf(strip()) } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(await pictureOf(strip()), { headers: { "content-type": "image/webp" } });
