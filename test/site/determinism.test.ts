import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, launch } from "./browser.ts";
import { digests } from "./determinism-run.ts";

const root = join(import.meta.dirname, "../..");

/** Serves this repository's modules to a browser, their types taken off, so that it runs the very same text. */
function moduleServer(): Server {
  return createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!path.endsWith(".ts")) {
      response.setHeader("content-type", "text/html").end("<!doctype html><title>modules</title>");
      return;
    }
    const text = readFileSync(join(root, path), "utf8");
    response.setHeader("content-type", "text/javascript").end(stripTypeScriptTypes(text));
  });
}

describe("the losses give the same bits in Node and in", () => {
  const server = moduleServer();
  const here = digests();
  let url = "";

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it.each(engines)("%s", async (engine) => {
    const browser = await launch(engine);
    try {
      const page = await browser.newPage();
      await page.goto(url);
      const there = await page.evaluate(
        'import("/test/site/determinism-run.ts").then((run) => run.digests())',
      );
      expect(there).toEqual(here);
    } finally {
      await browser.close();
    }
  });

  it("seven losses, each with a fingerprint of its own", () => {
    expect(new Set(Object.values(here)).size).toBe(7);
  });
});
