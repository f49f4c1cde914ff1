import { describe, expect, it } from "vitest";
import { curled } from "../../scripts/quotes.ts";

const page = (body: string) => `<html><head><title>it's</title></head><body>${body}</body></html>`;
const within = (body: string) =>
  curled(page(body)).slice(page("").indexOf("</body>"), -"</body></html>".length);

describe("curled", () => {
  it("curled(html) sets apostrophes and quotes of prose, escaped or not", () => {
    expect(within("<p>the authors' &#39;own&#39; word: &quot;mild&quot;</p>")).toBe(
      "<p>the authors’ ‘own’ word: “mild”</p>",
    );
  });

  it("curled(html) reads on over an inline element and anew after a block", () => {
    expect(within(`<p>see <a href="/">Ma</a>'s row</p><p>"so"</p>`)).toBe(
      `<p>see <a href="/">Ma</a>’s row</p><p>“so”</p>`,
    );
  });

  it("curled(html) keeps a short sum or equation on one line", () => {
    expect(within("<p>at γ = 2 and p = ½, where 1 − p is (C − 1)</p>")).toBe(
      "<p>at γ\u00a0=\u00a02 and p\u00a0=\u00a0½, where 1\u00a0−\u00a0p is (C\u00a0−\u00a01)</p>",
    );
    const long = "<p>losses × seeds = 70, loss = losses.dice(a)</p><pre>p = 1</pre>";
    expect(within(long)).toBe(long);
  });

  it("curled(html) sets the apostrophes of a figure and of the rows that a script writes it from alike", () => {
    const figure = (word: string) =>
      `<live-figure><p>V-Net${word}s, the authors${word} own</p><svg><text>V-Net${word}s</text></svg>` +
      `<script type="application/json" data-rows>{"says":"V-Net${word}s","call":"f(a='b')"}</script></live-figure>`;
    expect(within(figure("'"))).toBe(figure("’"));
    expect(within(`<script>f('it's')</script>`)).toBe(`<script>f('it's')</script>`);
  });

  it("curled(html) leaves code, attributes and the head as they are", () => {
    const body = `<pre>f('a')</pre><live-figure><pre>it's</pre></live-figure><p title="it's 'a' > b">5</p>`;
    expect(within(body)).toBe(body);
    expect(curled(page(""))).toBe(page(""));
  });
});
