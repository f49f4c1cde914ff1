import type { Browser } from "puppeteer-core";

/**
 * Slow 4G as DevTools applies it (Lighthouse's own figures for it): each request waits 562.5 ms, 1.47 Mbit a second
 * come down. A phone's width, four-fold slowdown, nothing in the cache.
 */
const line = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1638.4 * 1024 * 0.9) / 8,
  uploadThroughput: (675 * 1024 * 0.9) / 8,
};
const phone = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/**
 * When a reader on such a line sees the largest part of the first screen, in ms: painted by the browser under that
 * line, where Lighthouse paints on a fast one and then estimates. Measured once the page is loaded and has been still
 * for a second.
 */
export async function paintMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(phone);
    const devtools = await page.createCDPSession();
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", line);
    await page.emulateCPUThrottling(4);
    await page.goto(url, { waitUntil: "load" });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let latest = Number.NaN;
          new PerformanceObserver((list) => {
            for (const { startTime } of list.getEntries()) latest = startTime;
          }).observe({ type: "largest-contentful-paint", buffered: true });
          setTimeout(() => resolve(latest), 1000);
        }),
    );
  } finally {
    await context.close();
  }
}
