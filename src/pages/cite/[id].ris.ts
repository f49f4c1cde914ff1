import type { APIRoute } from "astro";
import { exported } from "../../atlas/exports.ts";
import { atlas } from "../../atlas/vite.ts";
import { type Citable, citables, ownReference } from "../../layouts/own.ts";

export const getStaticPaths = () =>
  citables(atlas).map((cited) => ({ params: { id: cited.id }, props: { cited } }));

export const GET: APIRoute<{ cited: Citable }> = ({ props, site }) =>
  exported([ownReference(props.cited, site!)], "ris");
