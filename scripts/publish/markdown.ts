import { mathText } from "./mathematics.ts";
import type { BuiltPage } from "./page.ts";

/**
 * The Markdown twin of a page, made from the page itself, so that the two cannot drift. It keeps text, headings with
 * their anchors' addresses, lists, tables, links and formulas; pictures and controls stay with the page.
 */
export function markdownOf({ main, canonical, description }: BuiltPage): string {
  const text = new Writer(canonical).block(main);
  const body = text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `<!-- ${canonical.replace(/--+/g, "-")} -->\n> ${description}\n\n${body}\n`;
}

const left =
  "script, style, template, svg, img, picture, button, input, select, label, fieldset, nav, .controls, .anchor, " +
  ".visually-hidden, .Z3988, .style-switch, .figure-foot, [hidden], [role=status]";
const blocks = new Set([
  ..."address article aside blockquote dd details div dl dt figcaption figure footer header".split(" "),
  ..."h1 h2 h3 h4 h5 h6 hr li main ol p pre section summary table ul live-figure".split(" "),
]);

class Writer {
  readonly page: string;
  constructor(page: string) {
    this.page = page;
  }

  /** Children of a block: runs of inline text become paragraphs between the blocks. */
  block(parent: Element): string {
    let text = "";
    let run = "";
    const flush = () => {
      if (run.trim() !== "") text += `\n\n${tidy(run)}\n\n`;
      run = "";
    };
    for (const child of parent.childNodes) {
      if (child.nodeType === 1 && blocks.has((child as Element).localName)) {
        flush();
        text += this.element(child as Element);
      } else run += this.inline(child);
    }
    flush();
    return text;
  }

  private element(element: Element): string {
    if (element.matches(left)) return "";
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) return `\n\n${"#".repeat(Number(name[1]))} ${this.line(element)}\n\n`;
    if (name === "ul" || name === "ol") return `\n\n${this.list(element, name === "ol")}\n\n`;
    if (name === "table") return `\n\n${this.table(element)}\n\n`;
    if (name === "pre") return `\n\n\`\`\`\n${element.textContent?.trimEnd()}\n\`\`\`\n\n`;
    if (name === "dt" || name === "summary") return `\n\n**${this.line(element)}**\n\n`;
    if (element.matches(".math-display")) return `\n\n${equation(element)}\n\n`;
    return `\n\n${this.block(element)}\n\n`;
  }

  private list(list: Element, ordered: boolean): string {
    const items = [...list.children].filter((item) => item.localName === "li" && !item.matches(left));
    return items
      .map((item, index) => {
        const mark = ordered ? `${index + 1}.` : "-";
        const text = this.block(item)
          .replace(/\n{2,}/g, "\n")
          .trim();
        return `${mark} ${text.replaceAll("\n", `\n${" ".repeat(mark.length + 1)}`)}`;
      })
      .join("\n");
  }

  private table(table: Element): string {
    const rows = [...table.querySelectorAll("tr")].map((row) =>
      [...row.children].map((cell) => this.line(cell).replaceAll("|", "\\|")),
    );
    const [head = [], ...rest] = rows;
    const caption = table.querySelector("caption");
    const lines = [head, head.map(() => "---"), ...rest].map((row) => `| ${row.join(" | ")} |`);
    return `${caption ? `${this.line(caption)}\n\n` : ""}${lines.join("\n")}`;
  }

  private line(element: Element): string {
    return tidy([...element.childNodes].map((child) => this.inline(child)).join(""));
  }

  private inline(node: Node): string {
    if (node.nodeType === 3) return (node.textContent ?? "").replace(/([*_`[\]])/g, "\\$1");
    if (node.nodeType !== 1) return "";
    const element = node as Element;
    if (element.matches(left) || element.matches('[data-style]:not([data-style="apa"])')) return "";
    if (element.localName === "math") return tidy(mathText(element));
    if (element.localName === "br") return " ";
    if (element.localName === "code") return `\`${element.textContent}\``;
    const text = [...element.childNodes].map((child) => this.inline(child)).join("");
    if (text.trim() === "") return text;
    if (/^(b|strong)$/.test(element.localName)) return `**${text.trim()}**`;
    if (/^(i|em|cite)$/.test(element.localName)) return `*${text.trim()}*`;
    const to = element.localName === "a" && element.getAttribute("href");
    // A card's trigger leads to the reference below; the number itself says which.
    if (!to || element.hasAttribute("data-card")) return text;
    return `[${text.trim()}](${new URL(to, this.page).href})`;
  }
}

/** An equation as the TeX that its button copies; one without a button as plain text. */
function equation(element: Element): string {
  const tex = element.closest("figure")?.querySelector("button[data-copy]")?.getAttribute("data-copy");
  return tex ? `$$\n${tex}\n$$` : `    ${tidy(mathText(element))}`;
}

const tidy = (text: string) =>
  text
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .trim();
