import { graphOf } from "../atlas/publish.ts";
import { atlas } from "../atlas/vite.ts";
import { site } from "../layouts/site.ts";

export const GET = () => Response.json(graphOf(atlas, site.version));
