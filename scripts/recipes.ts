/**
 * `npm run recipes`: follows CONTRIBUTING.md in a temporary copy, block by block as a newcomer would, and keeps what
 * came of it in records/recipes.json. It fails where a block fails, or where the built site lacks what was added.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryCopy } from "./bench/copy.ts";
import { machine } from "./bench/keep.ts";
import { root, run } from "./check/tool.ts";
import { fingerprint, recipesOf } from "./recipes/parse.ts";

const added = ["papers/smith2023boundary", "families/soft-jaccard", "questions/why-is-my-thin-thing-gone"];

const { folder, remove } = temporaryCopy();
try {
  const recipes = [];
  for (const { title, blocks } of recipesOf(readFileSync(join(folder, "CONTRIBUTING.md"), "utf8"))) {
    const started = performance.now();
    for (const block of blocks) {
      const { code, output } = await run("bash", ["-euo", "pipefail", "-c", block], {}, folder);
      if (code !== 0) throw new Error(`CONTRIBUTING.md, ${title}: failed with ${code}\n${block}\n${output}`);
    }
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    recipes.push({ title, commands: blocks.map((block) => block.split("\n")[0]), seconds });
    console.log(`${title}: ${seconds} s`);
  }
  const pages = globSync("dist/**/*.html", { cwd: folder }).map((path) => path.replaceAll("\\", "/"));
  const absent = added.filter((path) => !pages.includes(`dist/${path}/index.html`));
  if (absent.length > 0) throw new Error(`built, but without ${absent.join(", ")}`);
  const record = {
    command: "npm run recipes",
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    fingerprint: fingerprint(root),
    recipes,
    pagesBuilt: pages.length,
  };
  writeFileSync(join(root, "records/recipes.json"), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`${pages.length} pages built; wrote records/recipes.json`);
} finally {
  remove();
}
