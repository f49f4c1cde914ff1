import { defineHastPlugin, type HastNode, htmlToHast, type MdxJsxFlowElementHast } from "satteri";
import { familyOf } from "../atlas/mdx.ts";
import { texToMathml } from "./tex.ts";
import { displayMathml } from "./thoughts.ts";

interface Positioned {
  readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined;
}

/** `file:line:column`, relative to the project, as every content problem names its place. */
function place(file: URL | undefined, node: Positioned): string {
  const path = file ? decodeURIComponent(file.pathname) : "content";
  const relative = path.includes("/content/") ? path.slice(path.lastIndexOf("/content/") + 1) : path;
  const start = node.position?.start;
  return start ? `${relative}:${start.line}:${start.column}` : relative;
}

/** A display equation stands on its loss's page, whose symbols it marks; the atlas reports one that does not. */
function mathElement(tex: string, display: boolean, node: Positioned, file: URL | undefined) {
  try {
    const math = display ? displayMathml(tex) : texToMathml(tex);
    const loss = familyOf(file?.pathname ?? "");
    const html = display
      ? `<figure class="equation" data-loss="${loss}"><div class="math-display" tabindex="0" role="group" aria-label="equation">${math}</div></figure>`
      : math;
    const root = htmlToHast(html, { fragment: true });
    const element = "children" in root ? root.children[0] : undefined;
    return element?.type === "element" ? element : undefined;
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "") : String(error);
    throw new Error(
      `${place(file, node)}: bad TeX "${tex}": ${what}; see the equations in src/losses/ for the form`,
    );
  }
}

/** `$…$` and `$$…$$` become MathML; bad TeX stops the build with its place. */
export const mathematics = defineHastPlugin({
  name: "mathematics",
  element: {
    filter: ["code", "pre"],
    visit(node, context) {
      const code = node.tagName === "pre" ? node.children[0] : node;
      if (code?.type !== "element" || code.tagName !== "code") return;
      const classes = code.properties["className"];
      if (!Array.isArray(classes) || !classes.includes("language-math")) return;
      const display = classes.includes("math-display");
      // A display formula is replaced together with its <pre>; its <code> is visited too and left alone.
      if (display !== (node.tagName === "pre")) return;
      const math = mathElement(context.textContent(node).trim(), display, node, context.fileURL);
      if (math) context.replaceNode(node, math);
    },
  },
});

/** A table that is wider than the column scrolls in its own region and leaves the page in place. */
export const scrollingTables = defineHastPlugin({
  name: "scrolling-tables",
  element: {
    filter: ["table"],
    visit(node, context) {
      context.wrapNode(node, {
        type: "element",
        tagName: "div",
        properties: { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel: "table" },
        children: [],
      });
    },
  },
});

/** Links to `/…` written by an author follow the base path under which the site is served. */
export function rebaseLinks(base: string) {
  const prefix = base.replace(/\/$/, "");
  return defineHastPlugin({
    name: "rebase-links",
    element: {
      filter: ["a"],
      visit(node, context) {
        const href = node.properties["href"];
        if (typeof href === "string" && href.startsWith("/") && !href.startsWith("//")) {
          context.setProperty(node, "href", prefix + href);
        }
      },
    },
  });
}

/**
 * Every `<Cite>` learns which mention of its work it is within its file, so that a reference can link back
 * to the very place. The atlas counts the same way: document order, one counter for each key.
 */
export const numberCitations = () => {
  const seen = new Map<string, number>();
  const visit = {
    filter: ["Cite"],
    visit(
      node: CiteNode,
      context: { fileURL: URL | undefined; replaceNode(node: CiteNode, by: CiteNode): void },
    ) {
      const of = node.attributes.find((attribute) => attribute.name === "of")?.value;
      if (typeof of !== "string" || node.attributes.some(({ name }) => name === "mentions")) return;
      const file =
        context.fileURL?.pathname
          .split("/")
          .at(-1)
          ?.replace(/^\d+-|\.mdx$/g, "") ?? "";
      const mentions = of.split(/\s+/).map((key) => {
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return `cite-${file}-${key}-${count}`;
      });
      context.replaceNode(node, {
        ...node,
        attributes: [
          ...node.attributes,
          { type: "mdxJsxAttribute", name: "mentions", value: mentions.join(" ") },
        ],
      });
    },
  };
  return { name: "number-citations", mdxJsxTextElement: visit, mdxJsxFlowElement: visit };
};

/** What an author writes within a sentence; anything else that stands alone is a block. */
const inSentence = new Set(["Claim", "Cite", "Num", "Term", "Note"]);

/** A node as plain data: what is moved by reference goes with its old place. */
const copied = <Node extends HastNode>(node: Node): Node => ({
  ...(Object.fromEntries(Object.entries(node).filter(([key]) => !key.startsWith("_"))) as Node),
  ...("children" in node && { children: node.children.map(copied) }),
});

/**
 * MDX takes a paragraph of elements alone, such as two claims side by side, for blocks and leaves the paragraph out.
 * Here they get it back: neighbours that no empty line parts are one paragraph.
 */
export const paragraphsOfClaims = defineHastPlugin({
  name: "paragraphs-of-claims",
  options: { position: true },
  after(root, context) {
    let run: MdxJsxFlowElementHast[] = [];
    let line = 0;
    const close = () => {
      const [first, ...rest] = run;
      if (!first) return;
      const children = [
        first,
        ...rest.flatMap((node) => [{ type: "text" as const, value: " " }, copied(node)]),
      ];
      for (const node of rest) context.removeNode(node);
      context.replaceNode(first, { type: "element", tagName: "p", properties: {}, children });
      run = [];
    };
    for (const node of root.children) {
      if (node.type === "text" && node.value.trim() === "") continue;
      const start = node.position?.start.line ?? 0;
      if (node.type !== "mdxJsxFlowElement" || !inSentence.has(node.name ?? "")) close();
      else {
        if (start > line + 1) close();
        run.push(node);
      }
      line = node.position?.end.line ?? 0;
    }
    close();
  },
});

interface CiteNode {
  readonly type: "mdxJsxTextElement" | "mdxJsxFlowElement";
  readonly name: string | null;
  readonly attributes: readonly { type: string; name: string; value?: unknown }[];
  readonly children: readonly unknown[];
}
