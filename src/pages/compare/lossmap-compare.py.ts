import type { APIRoute } from "astro";
import file from "../../../python/lossmap-compare.py?raw";

/** The comparison kit as a download: the very file that the verification runs. */
export const GET: APIRoute = () =>
  new Response(file, { headers: { "content-type": "text/x-python; charset=utf-8" } });
