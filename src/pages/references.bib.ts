import type { APIRoute } from "astro";
import { exported } from "../atlas/exports.ts";
import { atlas } from "../atlas/vite.ts";

export const GET: APIRoute = () => exported(atlas.papers.values(), "bib");
