import type { APIRoute } from "astro";
import { address } from "../layouts/own.ts";

/** Every crawler is welcome; the map of the site says what there is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${address("/sitemap.xml", site!)}\n`);
