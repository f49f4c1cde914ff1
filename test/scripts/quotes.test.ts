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

  it("curled(html) leaves code, figures, attributes and the head as they are", () => {
    const body = `<pre>f('a')</pre><live-figure><p>it's</p></live-figure><p title="it's 'a' > b">5</p>`;
    expect(within(body)).toBe(body);
    expect(curled(page(""))).toBe(page(""));
  });
});
