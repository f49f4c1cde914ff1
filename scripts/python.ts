import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** What a program prints, as text; what it says of its progress goes straight to the terminal. */
function output(command: string, args: readonly string[], input?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString());
      else reject(new Error(`${[command, ...args].join(" ")}: ended with ${code}; its message stands above`));
    });
    child.stdin.end(input);
  });
}

/** Runs a file of python/ in the pinned environment, which the first call makes. */
export async function python(file: string, ...args: string[]): Promise<string> {
  await output("bash", ["python/setup.sh"]);
  return output(join(root, ".cache/venv/bin/python"), [join("python", file), ...args]);
}
