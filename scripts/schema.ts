import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { caseSchema } from "../src/losses/case-schema.ts";

/** Writes the schema of the command line's cases to public/, where the site serves it; a test holds it current. */
const folder = join(import.meta.dirname, "../public/schema");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "loss-case.json"), `${JSON.stringify(caseSchema(), null, 2)}\n`);
