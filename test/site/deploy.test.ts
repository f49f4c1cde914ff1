import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forCaddy, forNginx, headersFor, parseHeaders } from "../../scripts/headers.ts";
import { types } from "../../scripts/serve.ts";
import { dist } from "./browser.ts";
import { pages } from "./pages.ts";

/** The examples of deploy/, run by the servers that this machine has, with the headers of this very build. */

const rules = parseHeaders(readFileSync(join(dist, "_headers"), "utf8"));
const example = (name: string) => readFileSync(join(import.meta.dirname, "../../deploy", name), "utf8");

test("both generated sets of headers hold every header of every sort of page", () => {
  for (const text of [forNginx(rules), forCaddy(rules)]) {
    for (const path of ["/", "/embed/any/", "/_astro/any.js"]) {
      for (const [, value] of headersFor(rules, path)) expect(text).toContain(`"${value}"`);
    }
  }
});

test("the examples name the files that the recipe writes", () => {
  expect(example("nginx.conf")).toContain("include /srv/lossmap/headers.conf;");
  expect(example("Caddyfile")).toContain("import /srv/lossmap/headers.caddy");
});

/** One file of every ending that a page or a reader asks for; the search index has endings and a reader of its own. */
const ofEach = new Map(
  globSync("**/*.*", { cwd: dist })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("pagefind/") && statSync(join(dist, file)).isFile())
    .map((file) => [extname(file), `/${file}`] as const),
);
const bare = (type: string | null | undefined) => type?.split(";")[0];

test("every ending that the site has is one that npm start and the nginx example know by the same type", () => {
  const block = /types \{([^}]*)\}/.exec(example("nginx.conf"))![1]!;
  const named = block.split(";").flatMap((line) => {
    const [type, ...endings] = line.trim().split(/\s+/);
    return endings.map((ending): [string, string] => [`.${ending}`, type!]);
  });
  const nginx = new Map(named);
  expect(ofEach.size).toBeGreaterThan(10);
  const known = [...ofEach.keys()].map((ending) => [ending, bare(types[ending]), nginx.get(ending)]);
  expect(known).toEqual(
    [...ofEach.keys()].map((ending) => [ending, bare(types[ending]) ?? "none", bare(types[ending])]),
  );
});

const servers = [
  {
    name: "nginx",
    command: process.env["LOSSMAP_NGINX"] ?? "nginx",
    probe: "-v",
    prepare(folder: string, port: number) {
      writeFileSync(join(folder, "headers.conf"), forNginx(rules));
      const server = example("nginx.conf")
        .replace("listen 8080", `listen 127.0.0.1:${port}`)
        .replace("/srv/lossmap/dist", dist)
        .replace("/srv/lossmap/headers.conf", join(folder, "headers.conf"));
      const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
      const temporary = paths.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
      const whole = `daemon off; pid ${folder}/pid; error_log stderr; worker_processes 1;
events {}
http { access_log off; ${temporary} ${server} }`;
      writeFileSync(join(folder, "nginx.conf"), whole);
      // Started by root, nginx would read the site as another user, who may not enter this folder.
      const user = process.getuid?.() === 0 ? ["-g", "user root;"] : [];
      return ["-p", folder, "-c", join(folder, "nginx.conf"), ...user];
    },
  },
  {
    name: "caddy",
    command: process.env["LOSSMAP_CADDY"] ?? "caddy",
    probe: "version",
    prepare(folder: string, port: number) {
      writeFileSync(join(folder, "headers.caddy"), forCaddy(rules));
      const site = example("Caddyfile")
        .replace(":8080 {", `http://127.0.0.1:${port} {`)
        .replace("/srv/lossmap/dist", dist)
        .replace("/srv/lossmap/headers.caddy", join(folder, "headers.caddy"));
      writeFileSync(join(folder, "Caddyfile"), site);
      return ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
    },
  },
].filter(({ command, probe }) => spawnSync(command, [probe]).status === 0);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe.each(servers)("$name serves the site", ({ name, command, prepare }) => {
  let folder: string;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "lossmap-deploy-"));
    mkdirSync(join(folder, "logs"));
    let said = "";
    // A port that was free may be another's before the server has it; such a server ends, and is started anew.
    for (let starts = 0; starts < 5; starts++) {
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      child = spawn(command, prepare(folder, port), { env: { ...process.env, HOME: folder } });
      child.stderr?.on("data", (part: Buffer) => {
        said += part.toString();
      });
      while (child.exitCode === null) {
        const answer = await fetch(url).catch(() => undefined);
        if (answer?.headers.get("server")?.toLowerCase().startsWith(name)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error(`${command} does not answer: ${said.slice(-1500)}`);
  });
  afterAll(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("with every page and its headers", async () => {
    for (const { path } of pages.filter((page) => page.path !== "/404.html")) {
      const answer = await fetch(url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
      for (const [name, value] of headersFor(rules, path))
        expect([path, answer.headers.get(name)]).toEqual([path, value]);
    }
  });

  test("with references, pictures, faces and data under the types that their readers look for", async () => {
    for (const ending of [
      ".bib",
      ".ris",
      ".md",
      ".csv",
      ".json",
      ".svg",
      ".webp",
      ".avif",
      ".jpg",
      ".woff2",
    ]) {
      const answer = await fetch(url + ofEach.get(ending));
      expect([ending, bare(answer.headers.get("content-type"))]).toEqual([ending, bare(types[ending])]);
    }
  });

  test("with its own page for what is not there, and assets for a year", async () => {
    const lost = await fetch(`${url}/no-such-page/`);
    expect(lost.status).toBe(404);
    expect(await lost.text()).toBe(pages.find(({ path }) => path === "/404.html")!.html);
    const asset = /\/_astro\/[^"']+/.exec(pages.find(({ path }) => path === "/")!.html)![0];
    expect((await fetch(url + asset)).headers.get("cache-control")).toContain("immutable");
  });
});
