import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headersFor, parseHeaders } from "../../scripts/headers.ts";
import { staticServer } from "../../scripts/serve.ts";
import { dist, launch } from "./browser.ts";
import { expectNone } from "./none.ts";
import { onePerKind, pages } from "./pages.ts";
import { listen } from "./visit.ts";

/** public/_headers, as Netlify and Cloudflare apply it: does the site live under the strictest form of its policy? */

const rules = parseHeaders(readFileSync(join(dist, "_headers"), "utf8"));
const plain = staticServer(dist);
const server = createServer((request, response) => {
  for (const [name, value] of headersFor(rules, new URL(request.url!, "http://x").pathname)) {
    response.setHeader(name, value);
  }
  plain.emit("request", request, response);
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const wanted = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const of = (path: string) => Object.fromEntries(headersFor(rules, path));

describe("the headers", () => {
  test("carry the policy and its companions on every page", () => {
    for (const { path } of pages) {
      const headers = of(path);
      expect(headers).toMatchObject(wanted);
      expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*script-src 'self'/);
      expect(headers["content-security-policy"]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|\{\{/);
      expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
      expect(headers["permissions-policy"]).toContain("camera=()");
    }
  });

  test("let nobody frame a page of the site, but /embed/", () => {
    for (const path of pages.map((page) => page.path)) {
      const { "content-security-policy": policy, "x-frame-options": frame } = of(path);
      const open = path.startsWith("/embed/");
      expect([path, policy!.includes("frame-ancestors 'none'"), frame]).toEqual([
        path,
        !open,
        open ? undefined : "DENY",
      ]);
    }
    expect(of("/embed/any-figure/")["content-security-policy"]).not.toContain("frame-ancestors");
  });

  test("keep hashed assets for a year, and pages not at all", () => {
    expect(of("/_astro/site.css")["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(of("/")).not.toHaveProperty("cache-control");
  });

  test("stay within what Cloudflare reads: 100 rules, 2,000 characters a line", () => {
    const text = readFileSync(join(dist, "_headers"), "utf8");
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  test("let no text become markup, and no script of another origin start", async () => {
    const browser = await launch("chromium");
    const page = await browser.newPage();
    await page.goto(`${url}/claims/`, { waitUntil: "load" });
    const refused = await page.evaluate(() => {
      const tried = [
        () => Object.assign(document.createElement("p"), { innerHTML: "<b>markup</b>" }),
        () => new DOMParser().parseFromString("<b>markup</b>", "text/html"),
        () => new Worker("https://example.org/worker.js"),
      ];
      return tried.map((attempt) => {
        try {
          attempt();
          return "done";
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    await browser.close();
    expect(refused).toEqual(["TypeError", "TypeError", "TypeError"]);
  });

  test("allow one of each kind of page everything that it does", async () => {
    const browser = await launch("chromium");
    const wrong: string[] = [];
    for (const { path } of onePerKind) {
      const page = await browser.newPage();
      const messages = listen(page);
      await page.goto(url + path, { waitUntil: "networkidle0" });
      wrong.push(...messages.map((message) => `${path}: ${message}`));
      await page.close();
    }
    await browser.close();
    expectNone(wrong);
  });
});
