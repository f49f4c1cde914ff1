import { wasmModule } from "../../numerics/wasm.ts";
import { range } from "./lanes.ts";
import { backward, errors } from "./overlap.ts";
import { entropy, focus, largestPower } from "./pixels.ts";

/** The bytes of the module for so many classes; the same on every machine. */
export const kernelBytes = (classes: number) =>
  wasmModule([
    errors(classes),
    backward(classes),
    entropy(classes),
    ...range(largestPower).map((n) => focus(classes, n + 1)),
  ]);
