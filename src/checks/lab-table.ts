import { defaultProtocol } from "../experiments/protocol.ts";
import type { Measure } from "../experiments/record.ts";
import type { Table } from "../experiments/verdict.ts";
import type { NumberOf } from "./check.ts";

/** How a number that names a condition is spelled in a path, where a dot would part two names: 0.2 is 0-2. */
const spelled = (value: number) => String(value).replace(".", "-");

/** The path of one number of the lab's record. */
const pathOf = (row: string, measure: Measure, share: number, rate: number, seed: number) =>
  ["lab", row, measure, spelled(share), spelled(rate), seed].join(".");

/** The lab's record as its table, asked for number by number, so that a check in the browser needs no more than it uses. */
export const labTable = (numberOf: NumberOf): Table => ({
  learningRates: [defaultProtocol.learningRate, 0.05],
  seeds: 8,
  values: (row, measure, share, rate) =>
    Array.from({ length: 8 }, (_, k) => numberOf(pathOf(row, measure, share, rate, k + 1))),
});
