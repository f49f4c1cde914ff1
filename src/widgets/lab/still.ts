import sharp from "sharp";
import { fingerprint } from "../../experiments/hash.ts";
import { logPair, logsOf } from "../../experiments/logs.ts";
import { type Outcome, outcomeOf } from "../../experiments/outcome.ts";
import { defaultProtocol, type Protocol } from "../../experiments/protocol.ts";
import { createRun } from "../../experiments/run.ts";
import type { Scene } from "../../experiments/scene.ts";
import { runs } from "../../plots/runs.ts";
import { element } from "../../plots/svg.ts";
import { inks, type Mark, markOf } from "./marks.ts";
import { controls } from "./spec.ts";

/** The log before any run: the record's first test log, and what the first loss, trained anew at build, says of it. */
export interface FirstLog {
  readonly scene: Scene;
  readonly answer: Uint8Array;
  readonly outcome: Outcome;
}

const kept: { log?: FirstLog } = {};

/** Trained once a build, for the page and its pictures alike. */
export function firstLog(): FirstLog {
  kept.log ??= trained({ ...defaultProtocol, row: controls.row.initial });
  return kept.log;
}

function trained(protocol: Protocol): FirstLog {
  const logs = logsOf(logPair(protocol), protocol);
  const run = createRun(protocol, logs.train);
  run.advance(protocol.steps);
  const { labels: answer, outcome } = outcomeOf(protocol.row, run.weights, logs);
  return { scene: logs.testScene, answer, outcome };
}

export const logPath = (): string => `_astro/lab-log.${fingerprint(firstLog().scene.rgb)}`;

/** The scan as a file. AVIF blurs the grain of the paper before the inks of the thin curves; WebP as small greys them. */
export async function logPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const { rgb, width, height } = firstLog().scene;
  const raw = { width, height, channels: 3 } as const;
  return Uint8Array.from(await sharp(rgb, { raw }).avif({ quality: 28, effort: 9 }).toBuffer());
}

/** What was found, missed and strayed to as four shapes in the page's inks, so that themes hold. */
export function stillAnswer(document: Document, label: string): SVGElement {
  const { scene, answer } = firstLog();
  const { width, height, labels } = scene;
  const shapes = (Object.keys(inks) as Mark[]).map((mark) =>
    element(document, "path", {
      d: runs(width, width * height, (i) => markOf(labels[i]!, answer[i]!) === mark),
      class: `ink-${inks[mark]}`,
    }),
  );
  const box = { viewBox: `0 0 ${width} ${height}`, width, height, class: "still", role: "img" };
  return element(document, "svg", { ...box, "aria-label": label }, ...shapes);
}
