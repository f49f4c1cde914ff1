import { featuresOf, filters, responses, type Standard, standards } from "./features.ts";
import type { Plane } from "./planes.ts";
import type { LogProtocol } from "./protocol.ts";
import { backgroundShare, type Scene, scene, sceneOfShare } from "./scene.ts";
import { thinned } from "./thinning.ts";

/** Pixels with features (feature-major, single precision) and true classes. */
export interface Samples {
  readonly count: number;
  readonly classes: number;
  readonly features: Float32Array;
  readonly labels: Uint8Array;
}

/** A log with the filters' answers to it. */
interface Seen {
  readonly scene: Scene;
  readonly planes: readonly Plane[];
}

/** The two logs of a seed, one to learn from and one to be tested on, before any pixel is left out. */
export interface LogPair {
  readonly train: Seen;
  readonly test: Seen;
  readonly standard: readonly Standard[];
}

/** The data of a run. */
export interface Logs {
  readonly train: Samples;
  readonly test: Samples;
  readonly trainScene: Scene;
  readonly testScene: Scene;
  /** Background share of the training pixels. */
  readonly share: number;
}

/** So wide that the background of every seed tried exceeds 99 percent: what is rarer is made by thinning. */
const size = { width: 576, height: 160, swing: 0.045 };

/** Test logs come from seeds that no training log has. */
const testSeed = (seed: number) => seed + 1000;

const drawn = ({ share, imbalance, difficulty }: LogProtocol, seed: number) =>
  imbalance === "thinning"
    ? scene({ ...size, seed, difficulty })
    : sceneOfShare({ seed, difficulty, share, height: size.height });

/** Draws and filters both logs of a seed; thinning shares them among all background shares. */
export function logPair(protocol: LogProtocol): LogPair {
  const { seed } = protocol;
  return pairOf(drawn(protocol, seed), drawn(protocol, testSeed(seed)));
}

/** The true classes of the training pixels alone, without filters. */
export function trainingLabels(protocol: LogProtocol): Uint8Array {
  const { labels } = drawn(protocol, protocol.seed);
  return protocol.imbalance === "thinning"
    ? picked(labels, thinned(labels, protocol.share, protocol.seed))
    : labels;
}

const picked = (labels: Uint8Array, pixels: Uint32Array) => Uint8Array.from(pixels, (i) => labels[i]!);

/** Filters two scenes and finds the standard of the first. */
export function pairOf(trainScene: Scene, testScene: Scene): LogPair {
  const seen = (drawn: Scene): Seen => ({ scene: drawn, planes: responses(drawn) });
  const train = seen(trainScene);
  return { train, test: seen(testScene), standard: standards(train.planes) };
}

/** The training pixels at a background share, and the whole test log. */
export function logsOf(pair: LogPair, { seed, share, imbalance }: LogProtocol): Logs {
  const { train, test, standard } = pair;
  const pixels = imbalance === "thinning" ? thinned(train.scene.labels, share, seed) : undefined;
  return {
    train: samples(train, standard, pixels),
    test: samples(test, standard),
    trainScene: train.scene,
    testScene: test.scene,
    share: imbalance === "thinning" ? share : backgroundShare(train.scene),
  };
}

function samples(
  { scene: { labels, traces }, planes }: Seen,
  standard: readonly Standard[],
  pixels?: Uint32Array,
): Samples {
  const chosen = pixels ? picked(labels, pixels) : labels;
  return {
    count: chosen.length,
    classes: traces.length + 1,
    features: featuresOf(planes, standard, pixels),
    labels: chosen,
  };
}

export const featureCount = filters.length;
