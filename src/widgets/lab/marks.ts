/** What a pixel of the test log shows: a curve that was found, one that was missed, or a stray; paper is left blank. */
export type Mark = "one" | "two" | "missed" | "stray";

/** The inks of the marks, by the page's tokens: what was missed pales, and no other ink comes near curve 2's red. */
export const inks: Readonly<Record<Mark, string>> = {
  one: "curve-1",
  two: "curve-2",
  missed: "background",
  stray: "metric",
};

export function markOf(truth: number, said: number): Mark | undefined {
  if (said !== truth) return truth === 0 ? "stray" : "missed";
  return truth === 0 ? undefined : truth === 1 ? "one" : "two";
}
