import { problemsIn, run } from "./tool.ts";

/** Everything as Astro sees it, then the science alone, without the browser and without Node. */
export async function types(): Promise<string[]> {
  const [site, core] = await Promise.all([
    run("astro", ["check", "--minimumSeverity", "error"]),
    run("tsc", ["--noEmit", "--pretty", "false", "-p", "tsconfig.core.json"]),
  ]);
  return [
    ...problemsIn(
      site,
      "astro check",
      /^(\S+?):(\d+):\d+ - error (?:ts\((\d+)\): )?(.+?)\.?$/gm,
      ([, file, line, code, what]) =>
        `${file}:${line}: ${what}; a type error${code ? ` (TS${code})` : ""}, mend the types`,
    ),
    ...problemsIn(
      core,
      "tsc",
      /^(\S+?)\((\d+),\d+\): error (TS\d+): (.+?)\.?$/gm,
      ([, file, line, code, what]) =>
        `${file}:${line}: ${what}; the science knows no browser and no Node (${code}), see tsconfig.core.json`,
    ),
  ];
}
