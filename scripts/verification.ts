import type { Library } from "../src/atlas/schemas/library.ts";
import type { Verification } from "../src/atlas/verification.ts";
import { hashOf } from "./golden.ts";

export const surpriseHash = ({ code, holds }: { code: string; holds: string }) => hashOf(`${code}\n${holds}`);

/** Everything on the site whose record is missing or is about another text or version; empty when all is fresh. */
export function staleOf(
  libraries: ReadonlyMap<string, Library>,
  comparison: string,
  record: Verification,
): string[] {
  const stale: string[] = [];
  const expect = (place: string, found: string | undefined, wanted: string) => {
    if (found === wanted) return;
    const what = found === undefined ? "never verified" : `verified as ${found}, now ${wanted}`;
    stale.push(`${place}: ${what}; run npm run verify:libraries`);
  };
  for (const [id, library] of libraries) {
    if (library.status === "read") continue;
    const verified = record.libraries[id];
    expect(`content/libraries/${id}.yaml`, verified?.version, library.version);
    for (const { id: name, call } of library.spellings) {
      expect(`content/libraries/${id}.yaml: ${name}`, verified?.calls[name]?.hash, hashOf(call));
    }
    for (const surprise of library.surprises) {
      const found = verified?.surprises[surprise.id];
      expect(`content/libraries/${id}.yaml: ${surprise.id}`, found?.hash, surpriseHash(surprise));
      const names = [...surprise.says.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
      const unknown = names.filter((name) => found && !(name in found.numbers));
      for (const name of unknown) expect(`${id}.yaml: ${surprise.id}: {${name}}`, undefined, name);
    }
  }
  expect("python/lossmap-compare.py", record.comparison.hash, hashOf(comparison));
  return stale;
}
