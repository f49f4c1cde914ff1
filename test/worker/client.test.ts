import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/experiments/hash.ts";
import { logPair, logsOf } from "../../src/experiments/logs.ts";
import { defaultProtocol, type Protocol } from "../../src/experiments/protocol.ts";
import { createRun } from "../../src/experiments/run.ts";
import { type Client, createClient, type Hand, latest } from "../../src/worker/client.ts";
import type { Progress } from "../../src/worker/messages.ts";
import { onThePage } from "../../src/worker/start.ts";
import { writePng } from "../experiments/png-writer.ts";

const protocol: Protocol = { ...defaultProtocol, share: 0.6, steps: 20 };

/** A worker that can be killed from outside, as a browser short of memory does. */
function mortal() {
  const hands: Hand[] = [];
  const barred: boolean[] = [];
  const start = (no: boolean) => {
    const hand = onThePage();
    hands.push(hand);
    barred.push(no);
    return hand;
  };
  return {
    start,
    hands,
    barred,
    kill: () => hands.at(-1)!.onerror?.({ message: "out of memory" } as ErrorEvent),
  };
}

async function withClient(
  size: number,
  use: (client: Client, worker: ReturnType<typeof mortal>) => Promise<void>,
) {
  const worker = mortal();
  const client = createClient(worker.start, size);
  try {
    await use(client, worker);
  } finally {
    client.close();
  }
}

describe("createClient", () => {
  it("close() ends every worker: what waited starts in no new one when it is aborted afterwards", () =>
    withClient(2, async (client, { hands }) => {
      const stopper = new AbortController();
      const { signal } = stopper;
      const runs = Promise.allSettled([1, 2, 3, 4].map(() => client.run("train", { protocol }, { signal })));
      client.close();
      stopper.abort(new Error("stopped"));
      const ends = await runs;
      expect(ends.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
      expect(hands).toHaveLength(2);
    }));

  it("run(train) reports moments in order and ends with the weights that a run on this thread has", () =>
    withClient(1, async (client) => {
      const steps: number[] = [];
      const { line, moments } = await client.run(
        "train",
        { protocol },
        { progress: (p) => steps.push(p.taken) },
      );
      const run = createRun(protocol, logsOf(logPair(protocol), protocol).train);
      run.advance(20);
      expect(line.weights).toBe(fingerprint(run.weights));
      expect(moments).toEqual(run.moments);
      expect(steps).toEqual([1, 11, 20]);
    }));

  it("a run whose worker dies is resumed from its last progress, says so, and ends with the same weights", () =>
    withClient(1, async (client, worker) => {
      const whole = await client.run("train", { protocol });
      const told: string[] = [];
      let last: Progress<"train"> | undefined;
      const { line } = await client.run(
        "train",
        { protocol },
        {
          progress: (progress) => {
            last = progress;
            if (worker.hands.length === 1 && progress.taken > 5) worker.kill();
          },
          resume: (input, { state }) => ({ ...input, state }),
          restarted: (sentence) => told.push(sentence),
        },
      );
      expect(last!.taken).toBe(20);
      expect(worker.barred).toEqual([false, false]);
      expect(told.length).toBe(1);
      expect(line.weights).toBe(whole.line.weights);
    }));

  it("a task that kills its worker twice is refused with a sentence, and the client goes on", () =>
    withClient(1, async (client, worker) => {
      const doomed = client.run("train", { protocol }, { progress: () => worker.kill() });
      await expect(doomed).rejects.toThrow(/stopped unexpectedly \(out of memory\)/);
      expect((await client.run("train", { protocol })).line.row).toBe("dice");
    }));

  it("where workers are barred, the first dies unheard and the next is told so", () =>
    withClient(1, async (client, worker) => {
      const answer = client.run("train", { protocol });
      worker.kill();
      expect((await answer).line.row).toBe("dice");
      expect(worker.barred).toEqual([false, true]);
    }));

  it("an aborted run rejects at once and leaves its place to the next", () =>
    withClient(1, async (client) => {
      const stop = new AbortController();
      const aborted = client.run(
        "train",
        { protocol: { ...protocol, steps: 100_000 } },
        {
          progress: () => stop.abort(new Error("stopped by the reader")),
          signal: stop.signal,
        },
      );
      await expect(aborted).rejects.toThrow("stopped by the reader");
      expect((await client.run("train", { protocol })).line.row).toBe("dice");
    }));

  it("run(mask) gives the report of a PNG, and the refusal's own sentence for anything else", () =>
    withClient(2, async (client) => {
      const bytes = writePng({ width: 3, height: 2, depth: 8, values: [0, 0, 1, 0, 0, 1] });
      expect((await client.run("mask", { bytes })).report.backgroundShare).toBe(4 / 6);
      const text = Uint8Array.from("<svg/>", (c) => c.charCodeAt(0));
      await expect(client.run("mask", { bytes: text })).rejects.toThrow(/^the file is markup/);
    }));

  it("latest() shows the first and the newest of a flood of requests and drops those between", () =>
    withClient(1, async (client) => {
      const labels = Uint8Array.of(0, 0, 1, 0, 0, 1);
      const truth = { width: 3, height: 2, classes: 2, labels };
      const shown: number[] = [];
      await new Promise<void>((done, failed) => {
        const ask = latest(
          client,
          "hear",
          (heard) => {
            shown.push(heard[0]!.value);
            if (shown.length === 2) done();
          },
          failed,
        );
        for (let k = 0; k < 50; k++)
          ask({ truth, departure: { blur: 0, shift: 0, missed: 0, stray: 0, confidence: k / 10 } });
      });
      expect(shown[0]).toBeCloseTo(Math.log(2), 12);
      expect(shown[1]).toBeCloseTo(Math.log(1 + Math.exp(-4.9)), 12);
    }));
});
