import { availableParallelism } from "node:os";
import { getViteConfig } from "astro/config";
import { LongestFirst } from "./test/longest-first.ts";

/** Many times what the longest test and the longest hook take on two idle cores: a slow machine is only slow. */
const patience = { testTimeout: 300_000, hookTimeout: 900_000 };

/** Two projects: `unit` runs on sources alone, `site` reads the built site in dist/ with real browsers. */
export default getViteConfig({
  // @ts-expect-error Astro types the Vite part only; Vitest reads its own key.
  test: {
    // .ci/run counts from the report, because a summary on the screen is not made to be counted.
    reporters: ["default", "json"],
    outputFile: { json: ".cache/tests.json" },
    // Browsers are waited for more than they work: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          ...patience,
          setupFiles: ["test/seed.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/site/**", "node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: ["test/site/engines.ts"],
          ...patience,
        },
      },
    ],
  },
});
