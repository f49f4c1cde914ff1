import { evaluateWithGradient } from "../losses/kernel.ts";
import { lossOf } from "../losses/registry.ts";
import type { Row } from "./protocol.ts";
import { listens } from "./run.ts";

/**
 * Whom a row listens to at its first step: the share of its gradient to the logits on the pixels of each class. With
 * weights of zero every class is as likely as any other at every pixel, so the labels alone decide.
 */
export function firstPull({ loss, parameters }: Row, labels: Uint8Array, classes: number): number[] {
  const pixels = labels.length;
  const gradient = new Float64Array(classes * pixels);
  const frame = { classes, pixels, logits: new Float64Array(classes * pixels), labels };
  evaluateWithGradient(lossOf(loss), frame, { parameters }, { logits: gradient });
  return listens(gradient, labels, classes);
}
