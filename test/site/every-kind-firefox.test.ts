import { expect, test } from "vitest";
import { engines, firefoxPath } from "./browser.ts";
import { everyKindIn } from "./every-kind.ts";

if (engines.includes("firefox")) everyKindIn("firefox");
else
  test("Chromium alone stands for every engine, because there is no Firefox here", () => {
    expect(firefoxPath).toBeUndefined();
  });
