/** Lights the marks of a short list on the map, and gives the picture the same in words. */
export function light(map: Element, pool: readonly { readonly id: string }[], words: string): void {
  const lit = new Set(pool.map(({ id }) => id));
  for (const mark of map.querySelectorAll("[data-family]"))
    mark.toggleAttribute("data-pool", lit.has(mark.getAttribute("data-family") ?? ""));
  map.setAttribute("aria-description", words);
}
