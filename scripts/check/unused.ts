import { problemsIn, run } from "./tool.ts";

interface Named {
  readonly name: string;
  readonly line?: number;
}
type Issue = { readonly file: string } & Record<string, readonly Named[] | string>;

const kinds: Readonly<Record<string, (name: string) => string>> = {
  files: () => "nothing uses this file; delete it, or name its entry in knip.jsonc",
  dependencies: (name) => `nothing imports ${name}; npm uninstall ${name}`,
  devDependencies: (name) => `nothing uses ${name}; npm uninstall ${name}`,
  unlisted: (name) => `${name} is imported and not in package.json; npm install -E ${name}`,
  binaries: (name) => `${name} is run and not in package.json; install it, or name it in knip.jsonc`,
  unresolved: (name) => `${name} cannot be found; mend the import`,
  exports: (name) => `nothing imports ${name}; drop the export, or the code`,
  duplicates: (name) => `${name} is exported twice; keep one`,
};

/** Code and dependencies that nothing uses. */
export async function unused(): Promise<string[]> {
  const ran = await run("knip", ["--reporter", "json", "--no-progress"]);
  const json = /^\{.*\}$/m.exec(ran.output)?.[0];
  if (json === undefined) return problemsIn({ ...ran, code: 1 }, "knip", /$^/g, () => "");
  const { issues } = JSON.parse(json) as { issues: readonly Issue[] };
  return issues.flatMap((issue) =>
    Object.entries(kinds).flatMap(([kind, sentence]) => {
      const named = issue[kind];
      if (!Array.isArray(named)) return [];
      return named.map(({ name, line }: Named) => `${issue.file}:${line ?? 1}: ${sentence(name)}`);
    }),
  );
}
