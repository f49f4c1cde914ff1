/**
 * `npm run pdf`, after `npm run build`: the review as a PDF in the folder of its page, printed from that page by the
 * browser that the tests use. Only then does the page promise it, by citation_pdf_url and a link.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };
import { launch, serve } from "../test/site/browser.ts";

const { version } = manifest;

/** The page of a built folder as a PDF: figures in their default state, links to the published site. */
export async function printReview(folder: string): Promise<Uint8Array> {
  const browser = await launch("chromium");
  const site = await serve(folder);
  try {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    await page.goto(`${site.url}/`, { waitUntil: "networkidle0" });
    await page.evaluate(() => {
      const home = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
      for (const link of document.querySelectorAll("a[href]")) {
        const target = link.getAttribute("href") ?? "";
        if (!target.startsWith("#")) link.setAttribute("href", new URL(target, home).href);
      }
    });
    const foot = `<div style="font:7pt sans-serif;width:100%;text-align:center;color:#555">Loss Map ${version} ·
      <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;
    return await page.pdf({
      format: "A4",
      scale: 0.84,
      margin: { top: "18mm", bottom: "20mm", left: "22mm", right: "22mm" },
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: foot,
      tagged: true,
      outline: true,
    });
  } finally {
    await browser.close();
    await site.close();
  }
}

/** A page that has its PDF beside it says so, to Google Scholar and to the reader; once, however often it is run. */
export function promise(html: string, file: string): string {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (!canonical) throw new Error("index.html: no canonical address; the PDF would be promised nowhere");
  return html
    .replace(/<meta name="citation_pdf_url"[^>]*>| · <a class="pdf"[^>]*>PDF<\/a>/g, "")
    .replace(
      /(<meta name="citation_author")/,
      `<meta name="citation_pdf_url" content="${canonical}${file}">$1`,
    )
    .replace(
      /(<p class="byline">[\s\S]*?)(<\/p>)/,
      `$1 · <a class="pdf" href="${file}" type="application/pdf">PDF</a>$2`,
    );
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const dist = join(import.meta.dirname, "../dist");
  const file = `loss-map-${version}.pdf`;
  try {
    const pdf = await printReview(dist);
    writeFileSync(join(dist, file), pdf);
    const page = join(dist, "index.html");
    writeFileSync(page, promise(readFileSync(page, "utf8"), file));
    console.log(`dist/${file}: ${Math.round(pdf.length / 1000)} kB; the review now links to it`);
  } catch (error) {
    const what = error instanceof Error ? error.message.split("\n")[0] : String(error);
    console.error(
      `no PDF was made, and the site promises none: ${what}; it takes a built site and a Chromium`,
    );
    process.exitCode = 1;
  }
}
