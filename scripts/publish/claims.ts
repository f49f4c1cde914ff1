import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./page.ts";

/**
 * The record of each claim alone, as the page of claims prints it, for the pages that open a claim where it stands
 * (src/components/claim-here.ts). A fragment is no page, hence no .html: nobody is to find or to index it.
 */
export function writeRecords(root: string, pages: readonly BuiltPage[]): number {
  const page = pages.find(({ file }) => file === "claims/index.html");
  if (!page) throw new Error("claims/index.html: not built; its records open claims on other pages");
  const folder = join(root, "claims", "records");
  mkdirSync(folder, { recursive: true });
  const records = [...page.main.querySelectorAll("li.record")];
  for (const record of records) {
    const alone = record.cloneNode(true) as Element;
    for (const aside of alone.querySelectorAll(".anchor, .mentions")) aside.remove();
    writeFileSync(join(folder, `${record.id}.txt`), alone.innerHTML);
  }
  return records.length;
}
