import { claimsOf } from "../atlas/publish.ts";
import { buildSeed } from "../atlas/verdicts.ts";
import { atlas } from "../atlas/vite.ts";
import { verdicts } from "../components/verdicts.ts";
import { site } from "../layouts/site.ts";

const outcomes = new Map([...verdicts].map(([id, { claim }]) => [id, claim]));

export const GET = () => Response.json(claimsOf(atlas, site.version, buildSeed, outcomes));
