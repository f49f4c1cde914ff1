import type { MDXInstance } from "astro";

type Module = MDXInstance<Record<string, unknown>>;

/** The compiled MDX of content/, by its path in the repository. */
const modules = import.meta.glob<Module>("../../content/**/*.mdx", { eager: true });

/** The component of one MDX file, by its path in the repository, as the atlas names it. */
export function contentOf(file: string): Module["Content"] {
  const module = modules[`../../${file}`];
  if (!module) throw new Error(`${file}: no such file; the atlas names it`);
  return module.Content;
}

/** Minutes to read, at the pace of adults reading English text with figures. */
export const readingMinutes = (words: number) => Math.max(1, Math.round(words / 220));
