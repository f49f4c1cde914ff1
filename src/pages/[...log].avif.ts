import type { APIRoute, GetStaticPaths } from "astro";
import { logPath, logPicture } from "../widgets/lab/still.ts";

/** The lab's first log, drawn at build. */
export const getStaticPaths = (() => [{ params: { log: logPath() } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(await logPicture(), { headers: { "content-type": "image/avif" } });
