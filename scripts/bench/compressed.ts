import { readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { types } from "../serve.ts";

/** A folder as a good host serves it: Brotli for text, hashed assets for a year. */
export function compressedServer(root: string): Server {
  const packed = new Map<string, Buffer>();
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(root, normalize(`/${path}`), path.endsWith("/") ? "index.html" : "");
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const isText = /text|json|svg/.test(type);
    const body = packed.get(file) ?? (isText ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
    packed.set(file, body);
    response.writeHead(200, {
      "content-type": type,
      ...(isText ? { "content-encoding": "br" } : {}),
      ...(path.includes("/_astro/") ? { "cache-control": "public, max-age=31536000, immutable" } : {}),
    });
    response.end(body);
  });
}
