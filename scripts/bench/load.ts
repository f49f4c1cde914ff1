import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { keep } from "./keep.ts";

const connections = 200;
const seconds = 10;

/** Drives the built site through `npm start`'s own server: every file in turn, over kept-alive connections. */
export async function run(flags: readonly string[]): Promise<void> {
  const root = join(import.meta.dirname, "../..");
  const files = globSync("**/*", { cwd: join(root, "dist"), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "dist").length))
    .map((path) => path.replaceAll("\\", "/").replace(/\/index\.html$/, "/"));
  if (files.length === 0) throw new Error("dist/ is empty; run npm run build first");

  const port = 4399;
  const server = spawn(process.execPath, [...process.execArgv, join(root, "scripts/serve.ts")], {
    env: { ...process.env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => server.stdout.once("data", resolve));
  try {
    const result = await drive(`http://localhost:${port}`, files);
    console.log(`${connections} connections for ${seconds} s over ${files.length} files:`);
    console.log(
      `${result.requestsPerSecond} requests/s, ${result.megabytesPerSecond} MB/s, ${result.errors} errors`,
    );
    console.log(`half of the answers within ${result.medianMs} ms, 99 of 100 within ${result.p99Ms} ms`);
    keep("load", flags, { connections, seconds, files: files.length, ...result });
  } finally {
    server.kill();
  }
}

async function drive(base: string, files: readonly string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let [bytes, errors, next] = [0, 0, 0];
  const end = performance.now() + seconds * 1000;
  const one = (path: string) =>
    new Promise<void>((resolve) => {
      const started = performance.now();
      const failed = () => {
        errors++;
        resolve();
      };
      get(base + path, { agent }, (response) => {
        if (response.statusCode !== 200 && path !== "/404.html") errors++;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
        });
        response.on("error", failed);
        response.on("end", () => {
          times.push(performance.now() - started);
          resolve();
        });
      }).on("error", failed);
    });
  const reader = async () => {
    while (performance.now() < end) await one(encodeURI(files[next++ % files.length]!));
  };
  await Promise.all(Array.from({ length: connections }, reader));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return {
    requestsPerSecond: Math.round(times.length / seconds),
    megabytesPerSecond: Math.round(bytes / seconds / 1e6),
    errors,
    medianMs: at(0.5),
    p99Ms: at(0.99),
  };
}
