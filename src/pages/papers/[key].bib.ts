import type { APIRoute, GetStaticPaths } from "astro";
import { exported } from "../../atlas/exports.ts";
import { atlas } from "../../atlas/vite.ts";

export const getStaticPaths = (() =>
  [...atlas.papers.keys()].map((key) => ({ params: { key } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => exported([atlas.papers.get(params["key"]!)!], "bib");
