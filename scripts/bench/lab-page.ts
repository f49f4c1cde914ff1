import { fingerprint } from "../../src/experiments/hash.ts";
import { listener, voices } from "../../src/experiments/listening.ts";
import { faithful } from "../../src/experiments/prediction.ts";
import { defaultProtocol } from "../../src/experiments/protocol.ts";
import { scene } from "../../src/experiments/scene.ts";
import { startClient } from "../../src/worker/start.ts";

/** Runs in the page: the seven losses at the default protocol on two workers, cold. */
export async function seven(): Promise<{ milliseconds: number; weights: string[] }> {
  const client = startClient();
  const start = performance.now();
  const done = await Promise.all(
    voices.map(({ id: row }) =>
      client.run("train", { protocol: { ...defaultProtocol, row } }, { progress: () => {} }),
    ),
  );
  const milliseconds = performance.now() - start;
  client.close();
  return { milliseconds, weights: done.map(({ line }) => line.weights) };
}

/** Median and worst time of values and both gradients of all seven on a moving prediction, 128 × 128 × 3. */
export function hearing(): { median: number; worst: number; seen: string } {
  const { width, height, labels } = scene({ seed: 1, width: 128, height: 128 });
  const ear = listener({ width, height, classes: 3, labels });
  const times: number[] = [];
  let seen = "";
  for (let k = 0; k < 150; k++) {
    const start = performance.now();
    const heard = ear.hear({ ...faithful, blur: 1, shift: k / 20 });
    times.push(performance.now() - start);
    seen = fingerprint(...heard.map(({ toProbabilities }) => toProbabilities));
  }
  const warm = times.slice(30).sort((a, b) => a - b);
  return { median: warm[warm.length >> 1]!, worst: warm.at(-1)!, seen };
}
