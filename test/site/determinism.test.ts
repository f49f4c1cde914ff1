import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, launch } from "./browser.ts";
import { digests } from "./determinism-run.ts";
import { trained } from "./lab-run.ts";
import { moduleServer } from "./modules.ts";

const here = await digests();

describe("the losses and the lab give the same bits in Node and in", () => {
  const server = moduleServer();

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
      const weights = await page.evaluate('import("/test/site/lab-run.ts").then((run) => run.trained())');
      expect(weights).toEqual(trained());
    } finally {
      await browser.close();
    }
  });

  it("seven losses and a twin, each with a fingerprint of its own", () => {
    expect(new Set(Object.values(here)).size).toBe(8);
  });
});
