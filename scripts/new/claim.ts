import { type Draft, kebab, todo, unused } from "./draft.ts";

/** One sentence that the site argues, with its kind and its source. */
export function claim(name: string, root: string): Draft {
  const path = unused(root, `content/claims/${kebab(name)}.yaml`);
  const text = `statement: ${quoted("the claim, as one sentence.")}
# measured | reported | derived | simulated | illustrative | mathematical (which also needs form: identity, inequality, limit or monotonicity)
kind: reported
# ids of losses, or reference-task, metrics, literature
about: [literature]
sources:
  - { key: earthscanreview, where: ${quoted("the place in the source.")} }
# Remove this line once src/checks/${name}.ts runs the claim.
unchecked: ${quoted("why it cannot be run here.")}
`;
  const next = [
    `cite it where it is argued: <Claim of="${name}">the sentence, with its <Cite …/></Claim>`,
    `if it can be run: write src/checks/${name}.ts, list it in src/checks/registry.ts and remove the line unchecked`,
  ];
  return { files: new Map([[path, text]]), next };
}

const quoted = (what: string) => `"${todo} ${what}"`;
