import { problemsIn, run } from "./tool.ts";

/** Format and lint. */
export async function style(): Promise<string[]> {
  const ran = await run("biome", [
    "check",
    "--error-on-warnings",
    "--max-diagnostics=none",
    "--reporter=github",
    ".",
  ]);
  const pattern = /^::(?:error|warning) title=(\S+?),file=(.+?),line=(\d+),.*?::(.*)$/gm;
  return problemsIn(ran, "biome", pattern, ([, rule, file, line, what]) => {
    const remedy = /^(format|assist)/.test(rule!) ? "npx biome check --write" : `see ${rule}`;
    return `${file}:${line}: ${what!.replace(/[.;]?\s*$/, "")}; ${remedy}`;
  });
}
