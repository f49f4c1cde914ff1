/** Puts a text behind a figure's link of this name, in place of what it held before. */
export function offer(host: Element, name: string, type: string, text: string): void {
  const link = host.querySelector<HTMLAnchorElement>(`[data-download=${name}]`)!;
  if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type }));
}
