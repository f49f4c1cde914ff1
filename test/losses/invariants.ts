import { diceInvariants } from "./dice-invariants.ts";
import { focalInvariants } from "./focal-invariants.ts";
import type { Invariant } from "./invariant.ts";
import { lovaszInvariants } from "./lovasz-invariants.ts";
import { sharedInvariants } from "./shared-invariants.ts";
import { tverskyInvariants } from "./tversky-invariants.ts";

/** Every sentence that ties the seven losses together; held against the engine, and against mutants that must fail. */
export const invariants: readonly Invariant[] = [
  ...focalInvariants,
  ...tverskyInvariants,
  ...diceInvariants,
  ...lovaszInvariants,
  ...sharedInvariants,
];
