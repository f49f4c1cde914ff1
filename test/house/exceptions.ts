/** Exceptions to the house's rules, by file, each with its reason. The house's test fails on one that is not needed. */

/** Files longer than 250 lines. */
export const longer: Readonly<Record<string, string>> = {
  "src/checks/registry.ts": "a list: one import and one entry for each check",
};

export const allowed = {
  stairs: {},
  packages: {
    "src/experiments/inflate.ts": "fflate inflates a PNG's pixels without a canvas, knows no machine",
  },
  widgetParts: {
    "src/widgets/claim-runner/spec.ts": "a button for one check, not a figure",
    "src/widgets/opening-strip/element.ts": "a picture with numbers beside it; there is nothing to touch",
  },
  random: {},
  html: {},
  rawHtml: {},
  moduleLet: {},
  anyType: {},
  suppressed: {},
  styleAttribute: {},
  date: {},
  machine: { "test/house.test.ts": "the rule itself" },
} satisfies Record<string, Readonly<Record<string, string>>>;

/** Tokens that look like a measured number and are another thing. */
export const typed: readonly { path: string; token: string; reason: string }[] = [
  { path: "CONTRIBUTING.md", token: "0.33", reason: "an example of a recipe, which says so" },
  { path: "src/experiments/drawing.ts", token: "0.015", reason: "a share drawn on a simulated strip" },
  { path: "src/experiments/drawing.ts", token: "0.33", reason: "a shade of simulated ink" },
  { path: "src/experiments/scene.ts", token: "0.94", reason: "a place on a simulated strip" },
  { path: "src/experiments/protocol.ts", token: "0.97", reason: "a background share that the lab trains at" },
  { path: "src/experiments/paper.ts", token: "0.81", reason: "a shade of simulated paper" },
  {
    path: "content/questions/dice-stuck-at-a-constant.mdx",
    token: "0.51",
    reason: "the constant that people type into a search box",
  },
];
