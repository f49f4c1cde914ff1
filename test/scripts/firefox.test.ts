import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../scripts/check/tool.ts";

/** `npm run test:firefox` with and without a Firefox, whatever this machine has. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lossmap-firefox-"));
  // A Vitest in name only, which tells what it was asked and ends as a failed run does.
  writeFileSync(join(folder, "vitest"), '#!/bin/sh\necho "$@"\nexit 7\n');
  chmodSync(join(folder, "vitest"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Hides every Firefox from the script, before it is loaded. */
const hidden = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
  const exists = fs.existsSync; fs.existsSync = (path) => !/firefox/i.test(path) && exists(path); syncBuiltinESMExports();`;

function run(env: Readonly<Record<string, string>>, ...flags: string[]) {
  const args = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning", ...flags];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, join(root, "scripts/firefox.ts")],
    {
      encoding: "utf8",
      env: { ...process.env, PATH: [folder, process.env["PATH"]].join(delimiter), ...env },
    },
  );
  return { status, stdout, stderr };
}

test("without a Firefox it fails in one plain sentence that says what to do", () => {
  expect(run({}, "--import", `data:text/javascript,${encodeURIComponent(hidden)}`)).toEqual({
    status: 1,
    stdout: "",
    stderr: "there is no Firefox on this machine; install firefox-esr, or name one in LOSSMAP_FIREFOX\n",
  });
});

test("with one it runs the site's tests of that engine, and ends as they do", () => {
  expect(run({ LOSSMAP_FIREFOX: process.execPath })).toEqual({
    status: 7,
    stdout: "run --project site -t firefox\n",
    stderr: "",
  });
});
