import { defaultProtocol } from "../../experiments/protocol.ts";
import type { protocolOf } from "./spec.ts";

/** The command that prints the same lines in Node; what the command assumes by itself is left out. */
export function commandOf(asked: ReturnType<typeof protocolOf>, seeds: number): string {
  const names = {
    imbalance: "imbalance",
    difficulty: "difficulty",
    steps: "steps",
    learningRate: "learning-rate",
  } as const;
  const more = (Object.keys(names) as (keyof typeof names)[])
    .filter((name) => asked[name] !== defaultProtocol[name])
    .map((name) => `--${names[name]} ${asked[name]}`);
  return ["npm run lab -- --seeds", seeds, "--share", asked.share, ...more].join(" ");
}
