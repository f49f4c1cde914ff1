import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { supply } from "../../scripts/check/supply.ts";
import { root } from "../../scripts/check/tool.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lossmap-supply-"));
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(root, file), join(folder, file));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Json {
  readonly dependencies: Record<string, string>;
  readonly packages: Readonly<Record<string, object>>;
}

function change(file: string, edit: (json: Json) => void) {
  const path = join(folder, file);
  const json = JSON.parse(readFileSync(path, "utf8")) as Json;
  edit(json);
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
}

const tamper = (entry: Record<string, unknown>) =>
  change("package-lock.json", (json) => Object.assign(json.packages["node_modules/katex"]!, entry));

describe("the supply of packages", () => {
  test("is exact, hashed, from one registry and under known licences, with no install script but the one named", () => {
    expect(supply()).toEqual([]);
  });

  test("a version with a caret is reported with its line", () => {
    change("package.json", (json) => Object.assign(json.dependencies, { katex: "^0.19.1" }));
    expect(supply(folder)).toEqual([
      expect.stringMatching(
        /^package\.json:\d+: katex at \^0\.19\.1 is no exact version; npm install -E katex$/,
      ),
    ]);
  });

  test("a package without its hash, or from another host, is reported", () => {
    tamper({ integrity: undefined, resolved: "https://packages.example/katex.tgz" });
    expect(supply(folder)).toEqual([
      expect.stringMatching(/^package-lock\.json:\d+: katex has no integrity hash/),
      expect.stringMatching(/^package-lock\.json:\d+: katex comes from https:\/\/packages\.example/),
    ]);
  });

  test("a licence that nobody decided on is reported, one side of a choice is enough", () => {
    tamper({ license: "SSPL-1.0" });
    expect(supply(folder)).toEqual([expect.stringMatching(/katex is under SSPL-1\.0; decide/)]);
    tamper({ license: "(SSPL-1.0 OR MIT)" });
    expect(supply(folder)).toEqual([]);
    tamper({ license: "SSPL-1.0 AND MIT" });
    expect(supply(folder)).toHaveLength(1);
  });

  test("a package that names no licence, and is not here to be asked, is reported and not taken for free", () => {
    tamper({ license: undefined });
    expect(supply(folder)).toEqual([expect.stringMatching(/katex is under no licence .*; decide/)]);
  });

  test("an install script that is not named in allowScripts is reported where the package is installed", () => {
    cpSync(join(root, "node_modules/katex/package.json"), join(folder, "node_modules/katex/package.json"));
    tamper({ hasInstallScript: true });
    expect(supply(folder)).toEqual([expect.stringMatching(/katex runs a script when installed/)]);
  });
});
