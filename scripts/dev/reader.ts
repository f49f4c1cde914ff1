import { parentPort } from "node:worker_threads";
import { loadAtlas } from "../../src/atlas/load.ts";
import { contentFiles, registries } from "../../src/atlas/node.ts";

/** Reads the content again for each message; answers with every problem as one text, or with nothing. */
const known = await registries();

parentPort?.on("message", () => {
  try {
    loadAtlas(contentFiles(), known);
    parentPort?.postMessage(undefined);
  } catch (error) {
    parentPort?.postMessage(error instanceof Error ? error.message : String(error));
  }
});
