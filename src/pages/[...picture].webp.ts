import type { APIRoute, GetStaticPaths } from "astro";
import { atlas } from "../atlas/vite.ts";
import { pathOf, pictureOf } from "../widgets/opening-strip/picture.ts";
import { strip } from "../widgets/opening-strip/spec.ts";

/** The picture of the first screen: as empty as the reference task, drawn at build by the lab's generator. */
const drawn = () => strip(atlas.number("reference-task.background-share").value ?? Number.NaN);

export const getStaticPaths = (() => [{ params: { picture: pathOf(drawn()) } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(await pictureOf(drawn()), { headers: { "content-type": "image/webp" } });
