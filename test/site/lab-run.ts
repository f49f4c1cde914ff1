import { fingerprint } from "../../src/experiments/hash.ts";
import { logsOf, pairOf } from "../../src/experiments/logs.ts";
import { outcomeOf } from "../../src/experiments/outcome.ts";
import { defaultProtocol, rows } from "../../src/experiments/protocol.ts";
import { createRun } from "../../src/experiments/run.ts";
import { scene } from "../../src/experiments/scene.ts";

/** A small lab, whole: fingerprints of the pictures and the features, and each row's outcome with its weights' own. */
export function trained(): Record<string, unknown> {
  const protocol = { ...defaultProtocol, share: 0.9, steps: 60 };
  const draw = (seed: number) => scene({ seed, width: 240, height: 64, swing: 0.1 });
  const logs = logsOf(pairOf(draw(1), draw(2)), protocol);
  const found: Record<string, unknown> = {
    pictures: fingerprint(logs.trainScene.rgb, logs.testScene.rgb),
    features: fingerprint(logs.train.features, logs.test.features),
  };
  for (const { id, shifted } of rows) {
    if (shifted) continue;
    const run = createRun({ ...protocol, row: id }, logs.train);
    run.advance(protocol.steps);
    found[id] = outcomeOf(id, run.weights, logs).outcome;
  }
  return found;
}
