import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

export const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".py": "text/x-python; charset=utf-8",
  ".pdf": "application/pdf",
  ".bib": "application/x-bibtex; charset=utf-8",
  ".ris": "application/x-research-info-systems; charset=utf-8",
};

/** The file that answers a URL path, or undefined. `normalize` on an absolute path cannot climb above root. */
function fileOf(root: string, path: string): string | undefined {
  const inside = join(root, normalize(`/${path}`));
  for (const candidate of [inside, join(inside, "index.html")]) {
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  return undefined;
}

/** A plain static server for a folder, as any host would serve it. */
export function staticServer(root: string): Server {
  return createServer((request, response) => {
    let path = "/";
    try {
      path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const file = path.includes("\0") ? undefined : fileOf(root, path);
    const served = file ?? fileOf(root, "/404.html");
    const type = types[extname(served ?? "")] ?? "application/octet-stream";
    response.writeHead(file ? 200 : 404, { "content-type": type });
    if (served) createReadStream(served).pipe(response);
    else response.end();
  });
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const port = Number(process.env["PORT"] ?? 4321);
  const server = staticServer(join(import.meta.dirname, "../dist"));
  server.once("error", (error: NodeJS.ErrnoException) => {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `port ${port} is taken; set PORT to another` : error.message);
    process.exitCode = 1;
  });
  server.listen(port, () => console.log(`Loss Map is served at http://localhost:${port}`));
}
