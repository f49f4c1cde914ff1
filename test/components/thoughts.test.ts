import { describe, expect, it } from "vitest";
import { displayMathml, thoughtsOf } from "../../src/components/thoughts.ts";

describe("thoughtsOf", () => {
  it("thoughtsOf(tex) parts an equation at its wide spaces and loses nothing else", () => {
    expect(thoughtsOf(String.raw`a + b,\qquad w = \frac{1}{G^2},\quad c`)).toEqual([
      "a + b,",
      String.raw`w = \frac{1}{G^2},`,
      "c",
    ]);
  });

  it("thoughtsOf(tex) does not part within braces, fences or environments", () => {
    const tex = String.raw`\text{if \quad so} + \left(a \quad b\right) = \begin{cases}1 & x \quad y\\ 0\end{cases}`;
    expect(thoughtsOf(tex)).toEqual([tex]);
  });

  it("thoughtsOf(tex) knows an escaped brace and a longer command", () => {
    expect(thoughtsOf(String.raw`\{a\quad b\}\leftarrow c`)).toEqual([
      String.raw`\{a`,
      String.raw`b\}\leftarrow c`,
    ]);
  });

  it("displayMathml(tex) gives one <math> a thought", () => {
    expect(displayMathml(String.raw`a,\qquad b`).match(/<math/g)).toHaveLength(2);
  });
});
