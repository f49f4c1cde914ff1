import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { losses } from "../losses/registry.ts";
import type { Registries } from "./atlas.ts";
import { labReader } from "./lab-record.ts";
import type { Files } from "./load.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The same files as in vite.ts, read plainly, for the command line. */
export function contentFiles(directory: string = root): Files {
  const files = new Map<string, string>();
  const read = (path: string) => files.set(path, readFileSync(`${directory}/${path}`, "utf8"));
  if (existsSync(`${directory}/references.bib`)) read("references.bib");
  const content = existsSync(`${directory}/content`)
    ? readdirSync(`${directory}/content`, { recursive: true, encoding: "utf8" })
    : [];
  for (const path of content) if (/\.(ya?ml|mdx)$/.test(path)) read(`content/${path.replaceAll("\\", "/")}`);
  return files;
}

/** What code there is for content to name. */
export async function registries(directory: string = root): Promise<Registries> {
  const widgets = existsSync(`${directory}/src/widgets`) ? readdirSync(`${directory}/src/widgets`) : [];
  const figures = widgets.filter((name) => existsSync(`${directory}/src/widgets/${name}/spec.ts`));
  const lab = `${directory}/records/lab.json`;
  const records = { lab: labReader(existsSync(lab) ? readFileSync(lab, "utf8") : undefined) };
  const base: Registries = { losses: Object.keys(losses), figures, records };
  if (!existsSync(`${directory}/src/checks/registry.ts`)) return base;
  const checks = (await import(`${directory}/src/checks/registry.ts`)) as { checks: Record<string, unknown> };
  return { ...base, checks: Object.keys(checks.checks) };
}
