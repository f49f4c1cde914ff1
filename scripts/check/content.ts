import { loadAtlas } from "../../src/atlas/load.ts";
import { contentFiles, registries } from "../../src/atlas/node.ts";
import { ContentError, describe } from "../../src/atlas/problems.ts";

/** references.bib and content/, by the loader that the site itself is built from. */
export async function content(): Promise<string[]> {
  try {
    loadAtlas(contentFiles(), await registries());
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(describe);
    throw error;
  }
}
