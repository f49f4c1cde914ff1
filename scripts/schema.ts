import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedSchemas } from "../src/atlas/publish.ts";
import { caseSchema } from "../src/losses/case-schema.ts";

/** Writes the schemas of the command line's cases and of the site's data to public/; tests hold them current. */
const folder = join(import.meta.dirname, "../public/schema");
mkdirSync(folder, { recursive: true });
const schemas = { "loss-case": caseSchema(), ...publishedSchemas() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
