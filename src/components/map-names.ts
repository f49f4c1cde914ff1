import type { Atlas } from "../atlas/atlas.ts";
import { href } from "../layouts/links.ts";

/** What stands at the end of an edge, in words and with its page where it has one. */
export function endOf(atlas: Atlas, id: string): { title: string; href: string | undefined } {
  const family = atlas.families.get(id);
  if (family) return { title: family.front.title, href: href(family.page) };
  const node = atlas.nodes.find((one) => one.id === id);
  if (node && node.kind !== "loss")
    return { title: node.title, href: node.paper && href(`/papers/${node.paper}/`) };
  return { title: atlas.papers.get(id)?.label ?? id, href: href(`/papers/${id}/`) };
}
