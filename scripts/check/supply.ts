import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tool.ts";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly allowScripts?: Record<string, boolean>;
}

/** Licences under which a package may build an MIT site or ship in it; a new one is a decision, not an accident. */
const licences = new Set(
  (
    "MIT MIT-0 ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 CC-BY-4.0 CC-BY-3.0 " +
    "Python-2.0 Unlicense WTFPL Zlib MPL-2.0 OFL-1.1"
  ).split(" "),
);

/** Packages (or scopes) under another licence, and why they may stay: none of them reaches a reader. */
const decided: Readonly<Record<string, string>> = {
  "@img/": "libvips, under the LGPL, unchanged inside sharp, which draws pictures while the site is built",
  "@cspell/dict-en-common-misspellings": "a word list that the spelling check reads",
  citeproc: "formats references at build time; only its output, plain text, is published",
};

/** `(MIT OR CC0-1.0)` is allowed when one side is, `MIT AND ISC` when both are. */
function allowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, "");
  if (bare.includes(" AND ")) return bare.split(" AND ").every(allowed);
  return bare.split(" OR ").some((one) => licences.has(one.trim()));
}

const read = <T>(path: string, folder: string) => JSON.parse(readFileSync(join(folder, path), "utf8")) as T;

/** The line on which a text first stands in a file, so that even a lockfile's problem has a place. */
function lineOf(file: string, needle: string, folder: string): number {
  const text = readFileSync(join(folder, file), "utf8");
  return text.slice(0, Math.max(text.indexOf(needle), 0)).split("\n").length;
}

/** Versions exact, every download pinned by hash and from one registry, licences known, install scripts named. */
export function supply(folder = root): string[] {
  const manifest = read<Manifest>("package.json", folder);
  const { packages } = read<{ packages: Record<string, Locked> }>("package-lock.json", folder);
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const inexact = Object.entries(wanted)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => {
      const line = lineOf("package.json", `"${name}"`, folder);
      return `package.json:${line}: ${name} at ${version} is no exact version; npm install -E ${name}`;
    });
  const locked = Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.link);
  const wrong = locked.flatMap(([path, entry]) => {
    const place = () => `package-lock.json:${lineOf("package-lock.json", `"${path}": {`, folder)}`;
    const name = path.replace(/^.*node_modules\//, "");
    return [
      !entry.integrity && `${place()}: ${name} has no integrity hash; remove its entry and npm install again`,
      entry.resolved &&
        !foreignless(entry.resolved) &&
        `${place()}: ${name} comes from ${entry.resolved}; use the npm registry`,
      entry.hasInstallScript &&
        !manifest.allowScripts?.[name] &&
        !optionalElsewhere(path, folder) &&
        `${place()}: ${name} runs a script when installed; do without it, or name it in allowScripts`,
      !Object.keys(decided).some((prefix) => name.startsWith(prefix)) &&
        !allowed(licenceOf(path, entry, folder)) &&
        `${place()}: ${name} is under ${licenceOf(path, entry, folder)}; decide, then list it in scripts/check/supply.ts`,
    ].filter((line) => typeof line === "string");
  });
  return [...inexact, ...wrong];
}

const foreignless = (url: string) => new URL(url).host === ["registry", "npmjs", "org"].join(".");

/** A package for another platform is locked here and installed there. */
const optionalElsewhere = (path: string, folder: string) => !existsSync(join(folder, path));

/** The lockfile names most licences; where it does not, the installed package itself does. */
function licenceOf(path: string, entry: Locked, folder: string): string {
  if (entry.license) return entry.license;
  const file = join(path, "package.json");
  if (!existsSync(join(folder, file))) return "no licence that the lockfile names";
  const { license } = read<{ license?: string | { type: string } }>(file, folder);
  return typeof license === "string" ? license : (license?.type ?? "no licence");
}
