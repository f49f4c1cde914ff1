import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/check/tool.ts";

/** `.ci/run` with an npm that does nothing but leave a report: the last line must be true whatever happened. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lossmap-ci-"));
  for (const name of [".ci", ".cache", "bin"]) mkdirSync(join(folder, name));
  cpSync(join(root, ".ci/run"), join(folder, ".ci/run"));
  const npm =
    '#!/bin/sh\n[ "$1" = ci ] && exit 0\n[ -f report.json ] && cp report.json .cache/tests.json\nexit $CODE\n';
  writeFileSync(join(folder, "bin/npm"), npm);
  // A Firefox in name only, so that nothing is installed.
  writeFileSync(join(folder, "bin/firefox"), "#!/bin/sh\n");
  for (const name of ["npm", "firefox"]) chmodSync(join(folder, "bin", name), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(report: object | undefined, code = 0) {
  if (report) writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  else rmSync(join(folder, "report.json"), { force: true });
  const path = [join(folder, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const ran = spawnSync("bash", [join(folder, ".ci/run")], {
    encoding: "utf8",
    env: { ...process.env, PATH: path, CODE: String(code) },
  });
  return { last: ran.stdout.trim().split("\n").at(-1), code: ran.status };
}

const suite = (...states: readonly string[]) => ({
  status: states.every((status) => status === "passed") ? "passed" : "failed",
  assertionResults: states.map((status) => ({ status })),
});

describe(".ci/run ends with the true counts", () => {
  test("of tests that passed", () => {
    expect(run({ testResults: [suite("passed", "passed")] })).toEqual({
      last: "2 passed, 0 failed",
      code: 0,
    });
  });

  test("of tests that failed, did not run, or could not be loaded", () => {
    const broken = { status: "failed", assertionResults: [] };
    const report = { testResults: [suite("passed", "failed", "skipped"), broken] };
    expect(run(report)).toEqual({ last: "1 passed, 3 failed", code: 1 });
  });

  test("and fails where no test was found, none could run, or npm itself failed", () => {
    expect(run({ testResults: [] })).toEqual({ last: "0 passed, 0 failed", code: 1 });
    expect(run(undefined)).toEqual({ last: "0 passed, 0 failed", code: 1 });
    expect(run({ testResults: [suite("passed")] }, 3)).toEqual({ last: "1 passed, 0 failed", code: 3 });
  });
});
