import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./page.ts";

/** The page that records of claims are taken from. */
export const claimsFile = "claims/index.html";

/**
 * The record of each claim alone, as the page of claims prints it, for the pages that open a claim where it stands
 * (src/components/claim-here.ts). A fragment is no page, hence no .html: nobody is to find or to index it.
 */
export function writeRecords(root: string, { main }: BuiltPage): void {
  const folder = join(root, "claims", "records");
  mkdirSync(folder, { recursive: true });
  for (const record of main.querySelectorAll("li.record")) {
    const alone = record.cloneNode(true) as Element;
    for (const aside of alone.querySelectorAll(".anchor, .mentions")) aside.remove();
    writeFileSync(join(folder, `${record.id}.txt`), alone.innerHTML);
  }
}
