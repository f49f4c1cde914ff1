import type { PageRecord } from "./page.ts";

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Every page once, by its canonical address. */
export function sitemap(pages: readonly PageRecord[]): string {
  const urls = pages.map(({ canonical }) => `  <url><loc>${escapeXml(canonical)}</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("")}</urlset>
`;
}

/** llms.txt: what the site is, then every page's Markdown twin with its own description, by the room it stands in. */
export function llms(pages: readonly PageRecord[]): string {
  const review = pages.find(({ file }) => file === "index.html");
  if (!review) throw new Error("index.html: not built; there is no review to introduce");
  const rooms = new Map<string, string[]>();
  for (const { file, canonical, title, description } of pages) {
    const [room = "", inside] = file.split("/").slice(0, -1);
    const lines = rooms.get(inside === undefined ? "Pages" : room) ?? [];
    lines.push(`- [${title}](${canonical}index.md): ${description}`);
    rooms.set(inside === undefined ? "Pages" : room, lines);
  }
  const sections = [...rooms].map(([room, lines]) => {
    return `## ${room[0]?.toUpperCase()}${room.slice(1)}\n\n${lines.join("\n")}\n`;
  });
  const records = ["references.bib", "references.ris", "references.json"].map((name) => {
    return `- [${name}](${new URL(name, review.canonical).href})`;
  });
  return `# Loss Map

> ${review.description}

Every number carries its kind (measured, reported, derived, simulated, illustrative) and its source. Cite the review by
its version; cite the paper for what the paper found. The text is CC BY 4.0.

${sections.join("\n")}
## Bibliography

${records.join("\n")}
`;
}
