import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { curled } from "./quotes.ts";

/**
 * The last step of a build: no style attribute is left, scripts come after what is painted, and every page carries a
 * policy that allows its own inline style and script by hash and nothing else. public/_headers gets the same hashes.
 */
export function finish(): AstroIntegration {
  return {
    name: "lossmap:finish",
    hooks: {
      "astro:build:done": ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = globSync("**/*.html", { cwd: root });
        const styles = new StyleAttributes();
        const scripts = new Set<string>();
        const sheets = new Set<string>();
        for (const page of pages) {
          const file = join(root, page);
          const html = later(curled(styles.extract(readFileSync(file, "utf8"))));
          const hashes = inlineHashes(html);
          for (const hash of hashes.scripts) scripts.add(hash);
          for (const hash of hashes.styles) sheets.add(hash);
          writeFileSync(file, withPolicy(html, policy(hashes)));
        }
        const headers = join(root, "_headers");
        const all = policy({ scripts: [...scripts].sort(), styles: [...sheets].sort() });
        const filled = readFileSync(headers, "utf8")
          .replace("{{policy}}", all)
          .replace("{{unframed}}", unframed(pages));
        writeFileSync(headers, filled);
        logger.info(`policy written into ${pages.length} pages, ${styles.size} style attributes moved`);
      },
    },
  };
}

/** No page needs a script to be read: on a slow line the faces of its text go first. Astro drops the attribute. */
function later(html: string): string {
  return html.replaceAll('<script type="module" src=', '<script type="module" fetchpriority="low" src=');
}

/**
 * Rules that forbid framing everywhere but under /embed/. A host joins the values of all rules that match a path,
 * and two policies hold together: the general one cannot be loosened for one folder, so it is tightened for the rest.
 */
function unframed(pages: readonly string[]): string {
  const roots = pages.map((page) => page.replaceAll("\\", "/").split("/"));
  const folders = roots.filter(({ length }) => length > 1).map(([first]) => `/${first}/*`);
  const files = roots
    .filter(({ length }) => length === 1)
    .map(([file]) => (file === "index.html" ? "/" : `/${file}`));
  return [...new Set([...files, ...folders])]
    .filter((path) => path !== "/embed/*")
    .sort()
    .map((path) => `${path}\n  Content-Security-Policy: frame-ancestors 'none'\n  X-Frame-Options: DENY`)
    .join("\n");
}

interface Hashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Trusted Types: one policy, src/worker/trust.ts, which makes addresses of this site's own scripts and no markup. */
function policy({ scripts, styles }: Hashes): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(" ")}`.trim(),
    `style-src 'self' ${styles.join(" ")}`.trim(),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "trusted-types default",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function inlineHashes(html: string): Hashes {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !/type="application\/(ld\+)?json"/.test(attributes!))
    .map(([, , text]) => digest(text!));
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => digest(text!));
  return { scripts: [...new Set(scripts)].sort(), styles: [...new Set(styles)].sort() };
}

function withPolicy(html: string, content: string): string {
  return html.replace(
    '<meta charset="utf-8">',
    `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${content}">`,
  );
}

/** Style attributes (of plots) become rules of the page's own inline sheet, one class for each distinct text. */
class StyleAttributes {
  size = 0;

  extract(html: string): string {
    const rules = new Map<string, string>();
    const rest = html.replace(
      /<([a-zA-Z][\w-]*)((?:\s[^<>]*?)?)\sstyle="([^"]*)"([^<>]*)>/g,
      (_, tag, before, style, after) => {
        this.size++;
        const name = `s-${createHash("sha256").update(style).digest("hex").slice(0, 8)}`;
        rules.set(name, style.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"));
        const attributes = `${before}${after}`;
        const merged = /\sclass="/.test(attributes)
          ? attributes.replace(/\sclass="/, ` class="${name} `)
          : `${attributes} class="${name}"`;
        return `<${tag}${merged}>`;
      },
    );
    if (rules.size === 0) return rest;
    const sheet = [...rules].map(([name, style]) => `.${name}{${style}}`).join("");
    return rest.replace("</head>", `<style>${sheet}</style></head>`);
  }
}
