import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { join, normalize } from "node:path";

const root = join(import.meta.dirname, "../..");

/** The one package that the science imports, where a browser finds it. */
const packages = { fflate: "/node_modules/fflate/esm/browser.js" };

/** Serves this repository's modules to a browser, their types taken off, so that it runs the very same text. */
export function moduleServer(): Server {
  return createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!/\.[tj]s$/.test(path)) {
      response.setHeader("content-type", "text/html").end("<!doctype html><title>modules</title>");
      return;
    }
    let text = readFileSync(join(root, path), "utf8");
    for (const [name, at] of Object.entries(packages))
      text = text.replaceAll(`from "${name}"`, `from "${at}"`);
    response
      .setHeader("content-type", "text/javascript")
      .end(path.endsWith(".ts") ? stripTypeScriptTypes(text) : text);
  });
}
