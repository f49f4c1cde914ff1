import { texToMathml } from "./tex.ts";

/**
 * A display equation that says two things, `a, \qquad b`, is set as two pieces: side by side where there is room, one
 * a line on a phone, where a single piece would run off the page.
 */
export function displayMathml(tex: string): string {
  return thoughtsOf(tex)
    .map((thought) => texToMathml(thought, { display: true }))
    .join("");
}

/** What stands between the wide spaces of an equation; a space within braces or an environment parts nothing. */
export function thoughtsOf(tex: string): string[] {
  const thoughts: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: token, index } of tex.matchAll(
    /\\(?:begin|left|end|right|q?quad)(?![a-zA-Z])|\\.|[{}]/gs,
  )) {
    if (token === "{" || token === "\\begin" || token === "\\left") depth++;
    else if (token === "}" || token === "\\end" || token === "\\right") depth--;
    else if (token.endsWith("quad") && depth === 0) {
      thoughts.push(tex.slice(from, index));
      from = index + token.length;
    }
  }
  thoughts.push(tex.slice(from));
  return thoughts.map((thought) => thought.trim()).filter((thought) => thought !== "");
}
