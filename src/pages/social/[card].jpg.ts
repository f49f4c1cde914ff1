import type { APIRoute } from "astro";
import { atlas } from "../../atlas/vite.ts";
import { type Card, cardPicture, cards } from "../../components/social-card.ts";
import { site } from "../../layouts/site.ts";

export const getStaticPaths = () =>
  cards(atlas, site.title).map((card) => ({ params: { card: card.id }, props: { card } }));

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await cardPicture(props.card, atlas), { headers: { "content-type": "image/jpeg" } });
