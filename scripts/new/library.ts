import { losses } from "../../src/losses/registry.ts";
import { type Draft, kebab, todo, unused } from "./draft.ts";

/** One public library at one version: read from its source until it was run. */
export function library(name: string, root: string): Draft {
  const path = unused(root, `content/libraries/${kebab(name)}.yaml`);
  const cannot = Object.keys(losses).map(
    (loss) => `  - { loss: ${loss}, what: "${todo} not looked at yet" }`,
  );
  const text = `name: ${name}
version: "0.0.0"
released: "${new Date().toISOString().slice(0, 7)}"
# read: taken from its source; run: executed at this version, which needs package and backend as well
status: read
homepage: https://example.org/to-be-written
layout: channels-first
note: "${todo} what this library is, and which version was read."
# One entry for each way in which it spells a loss; content/libraries/pytorch.yaml shows the form.
spellings: []
cannot:
${cannot.join("\n")}
`;
  const next = [
    "fill in name, version, released and homepage",
    "move each loss that the library has from cannot to spellings, then npm run fixtures -- --write runs it",
  ];
  return { files: new Map([[path, text]]), next };
}
