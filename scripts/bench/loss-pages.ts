import type { AddressInfo } from "node:net";
import { engines, launch } from "../../test/site/browser.ts";
import { moduleServer } from "../../test/site/modules.ts";
import type { PageRow } from "./losses-page.ts";

export interface BrowserRow extends PageRow {
  readonly browser: string;
  readonly side: number;
}

/** The engine and its twin in each browser that this machine has. */
export async function browserRows(side: number): Promise<BrowserRow[]> {
  const server = moduleServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const found: BrowserRow[] = [];
  try {
    for (const engine of engines) {
      const browser = await launch(engine);
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
        const rows = (await page.evaluate(
          `import("/scripts/bench/losses-page.ts").then((page) => page.rows(${side}))`,
        )) as PageRow[];
        const version = await browser.version();
        found.push(...rows.map((row) => ({ browser: version, side, ...row })));
      } finally {
        await browser.close();
      }
    }
  } finally {
    server.close();
  }
  return found;
}
