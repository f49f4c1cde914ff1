import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** The top of the project: every tool runs there and every place is named from there. */
export const root = join(import.meta.dirname, "../..");

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** What Vitest tells its own modules (NODE_ENV, BASE_URL, MODE, …) must not reach a build that a test starts. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL|VITEST.*|VITE_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Runs one of the project's own tools to its end, without colours, and gives back all that it wrote. */
export function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = root,
): Promise<Ran> {
  const own = join(root, "node_modules/.bin");
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: {
        ...ownEnvironment(),
        PATH: `${own}${delimiter}${process.env["PATH"]}`,
        NO_COLOR: "1",
        FORCE_COLOR: "0",
        ...environment,
      },
    });
    let output = "";
    const take = (part: Buffer) => {
      output += part.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) =>
      reject(new Error(`${command} could not be started; run npm ci`, { cause: error })),
    );
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.replaceAll(ansi, "") }));
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what starts a colour.
const ansi = /\u001b\[[0-9;]*m/g;

/**
 * The problems in a tool's output, one line each. A tool that failed without a line that could be read is a
 * problem in itself: a check that understood nothing must not look like a check that found nothing.
 */
export function problemsIn(
  { code, output }: Ran,
  tool: string,
  pattern: RegExp,
  line: (m: string[]) => string,
): string[] {
  const found = [...output.matchAll(pattern)].map((match) => line([...match]));
  if (code !== 0 && found.length === 0)
    found.push(`${tool}: failed with ${code}; run it alone: ${output.slice(-600)}`);
  return [...new Set(found)];
}
