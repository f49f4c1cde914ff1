import { exp } from "./exp.ts";
import { log } from "./log.ts";

/**
 * x^y for x ≥ 0 by + − × ÷ and square roots only, the same bits in every engine. 0⁰ is 1.
 * Small whole and quarter exponents are exact products and roots; the others go through exp(y · log x).
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === 0.75) return Math.sqrt(x) * Math.sqrt(Math.sqrt(x));
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  return exp(y * log(x));
}
