import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBibliography } from "../../src/atlas/bibliography.ts";
import { scanBibtex } from "../../src/atlas/bibtex.ts";
import { formatReference, styles } from "../../src/atlas/citations.ts";
import { coinsSpan } from "../../src/atlas/coins.ts";
import { escapeHtml } from "../../src/atlas/escape.ts";
import { describe, Problems } from "../../src/atlas/problems.ts";
import { effortOf } from "../effort.ts";

const folder = "test/fixtures/hostile";
const files = readdirSync(folder).filter((name) => name.endsWith(".bib"));

/** Harmless as text, so that nothing is to be reported. */
const sound = ["bom-crlf.bib", "markup.bib"];

test.each(files)(
  "%s ends in messages with a place or in harmless text, quickly, and spares its neighbour",
  (name) => {
    const problems = new Problems();
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const [references, effort] = effortOf(() => readBibliography(scanBibtex(name, text, problems), problems));
    expect(effort).toBeLessThan(2000);
    const messages = problems.all.map(describe);

    expect([...references.keys()]).toContain("neighbour2020");
    expect(messages.length > 0).toBe(!sound.includes(name));
    for (const message of messages) {
      expect(message).toMatch(/^[a-z0-9-]+\.bib:[1-9]\d*: .+; .+$/);
      expect(message).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    for (const reference of references.values()) {
      expect(reference.url).toMatch(/^https?:/);
      const printed =
        styles.map(({ id }) => formatReference(reference, id).html).join("") + coinsSpan(reference);
      expect(printed).not.toMatch(/<(?!\/?i>|\/?a[ >]|\/?span[ >])/);
      expect(printed).not.toMatch(/<[^>]*\son\w+=/);
    }
  },
);

test.each(files)("%s keeps no message of its neighbour back", (name) => {
  const faulty = "\n@article{faulty2020,\n  author = {Doe, Jane},\n  pagse = {1}\n}\n";
  const problems = new Problems();
  const text = readFileSync(`${folder}/${name}`, "utf8") + faulty;
  readBibliography(scanBibtex(name, text, problems), problems);
  const messages = problems.all.map(describe);
  expect(messages.filter((message) => message.includes("[faulty2020] unknown field pagse"))).toHaveLength(1);
});

test("a key is a plain word, because it becomes an address and an anchor", () => {
  const problems = new Problems();
  const text = readFileSync(`${folder}/keys.bib`, "utf8");
  const references = readBibliography(scanBibtex("keys.bib", text, problems), problems);
  expect([...references.keys()]).toEqual(["neighbour2020"]);
  expect(problems.all.map(describe).map((message) => message.split(":")[1])).toEqual(["1", "8", "15"]);
});

test("escapeHtml leaves no character that could end a tag or an attribute", () => {
  expect(escapeHtml(`<a href='x' title="y">&`)).toBe("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;");
});
