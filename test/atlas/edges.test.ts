import { expect, test } from "vitest";
import { claim, load, messages, registries } from "./sample.ts";

/** What the map and the claims may not say: each spoiled input stops the build at its file and line. */

const paper = `role: reviewed
contribution: A loss.
equations:
  - { id: main, title: The loss, tex: '\\sym{value}{x}', where: eq. 1, seen: paper }
symbols: { value: the loss }
`;
const edge = (more: string, from = "dice", to = "focal") => `- from: ${from}
  to: ${to}
  type: reduces to
  sentence: One is the other.
  source: { key: doe2020loss, where: eq. 1 }
${more}`;
const proof = "  proof: [One., Two., Three.]\n";
const losses = { ...registries, losses: ["dice", "focal"] };
const map = (edges: string, more: Record<string, string> = {}) =>
  messages({ "content/map/edges.yaml": edges, "content/papers/doe2020loss.yaml": paper, ...more }, losses);

test("an edge between known nodes, exact or not, is read with its id", () => {
  expect(map(edge(""))).toEqual([]);
  expect(map(edge(`  claim: one-is-one\n${proof}`))).toEqual([]);
  const atlas = load({ "content/map/edges.yaml": edge("") }, losses);
  expect(atlas.edges[0]).toMatchObject({ id: "dice-reduces-to-focal", line: 1 });
});

test("an edge to an unknown node names the file, the line and what was meant", () => {
  expect(map(edge("", "dice", "focla"))[0]).toBe(
    "content/map/edges.yaml:1: edge to unknown node focla; not a loss, a paper or in content/map/nodes.yaml (did you mean focal?)",
  );
});

test("an edge whose locator stands without a paper, or names none of the bibliography", () => {
  const bare = edge("").replace("key: doe2020loss, ", "");
  expect(map(bare)[0]).toMatch(/^content\/map\/edges\.yaml:5: /);
  const unknown = edge("").replace("doe2020loss", "doe2020los");
  expect(map(unknown)[0]).toMatch(/^content\/map\/edges\.yaml:1: unknown source doe2020los; .*doe2020loss/);
  const nowhere = edge("").replace(", where: eq. 1", "");
  expect(map(nowhere)[0]).toMatch(/^content\/map\/edges\.yaml:5: /);
});

test("an edge that names an equation which its paper does not have", () => {
  const named = edge("").replace("where: eq. 1", "where: eq. 1, equation: mian");
  expect(map(named)[0]).toMatch(
    /^content\/map\/edges\.yaml:1: unknown equation mian; not among .*doe2020loss.* \(did you mean main\?\)/,
  );
});

test("a cycle of generalises is told as the path that closes it", () => {
  const three =
    edge("") +
    edge("", "focal", "doe2020loss") +
    edge("", "doe2020loss", "dice").replace("reduces to", "generalises");
  expect(map(three)[0]).toMatch(
    /^content\/map\/edges\.yaml:11: cycle of generalises: dice → focal → doe2020loss → dice; turn or remove/,
  );
});

test("an exact edge without proof, a proof without claim, and a proof of two lines", () => {
  expect(map(edge("  claim: one-is-one\n"))[0]).toMatch(/an exact edge has both a claim and a proof/);
  expect(map(edge(proof))[0]).toMatch(/an exact edge has both a claim and a proof/);
  expect(map(edge("  claim: one-is-one\n  proof: [One., Two.]\n"))[0]).toMatch(
    /^content\/map\/edges\.yaml:\d+: .*/,
  );
});

test("an edge that rests on a claim which nobody made", () => {
  expect(map(edge(`  claim: one-is-two\n${proof}`))[0]).toMatch(
    /^content\/map\/edges\.yaml:1: unknown claim one-is-two; not in content\/claims \(did you mean one-is-one\?\)/,
  );
});

test("a claim without source, and a claim with neither check nor reason", () => {
  const path = "content/claims/two.yaml";
  expect(map(edge(""), { [path]: claim.replace(/sources:\n.*\n/, "") })[0]).toMatch(
    /^content\/claims\/two\.yaml:\d+: /,
  );
  expect(map(edge(""), { [path]: claim.replace("unchecked: a sentence\n", "") })[0]).toMatch(
    /^content\/claims\/two\.yaml:1: claim two has no check; add src\/checks\/two\.ts/,
  );
});
