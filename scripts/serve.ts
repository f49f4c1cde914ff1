import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const root = join(import.meta.dirname, "../dist");
const port = Number(process.env["PORT"] ?? 4321);

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".pdf": "application/pdf",
  ".bib": "application/x-bibtex; charset=utf-8",
  ".ris": "application/x-research-info-systems; charset=utf-8",
};

/** The file that answers a URL path, or undefined. `normalize` on an absolute path cannot climb above root. */
function fileOf(path: string): string | undefined {
  const inside = join(root, normalize(`/${path}`));
  for (const candidate of [inside, join(inside, "index.html")]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}

createServer((request, response) => {
  let path = "/";
  try {
    path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    response.writeHead(400).end();
    return;
  }
  const file = fileOf(path);
  const served = file ?? fileOf("/404.html");
  response.writeHead(file ? 200 : 404, {
    "content-type": types[extname(served ?? "")] ?? "application/octet-stream",
  });
  if (served) createReadStream(served).pipe(response);
  else response.end();
}).listen(port, () => console.log(`Loss Map is served at http://localhost:${port}`));
