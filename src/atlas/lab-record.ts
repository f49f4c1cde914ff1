import { type Measure, measures, parseRecord } from "../experiments/record.ts";
import { format, type NumberRecord } from "./numbers.ts";

/** The text of the lab's record as a reader of `ROW.MEASURE.SHARE.RATE.SEED`, where 0.2 is spelled 0-2; no record, no number. */
export function labReader(text: string | undefined): (path: readonly string[]) => NumberRecord | undefined {
  if (text === undefined) return () => undefined;
  const { title, command, lines } = parseRecord(text);
  const spelled = (value: number) => String(value).replace(".", "-");
  const byKey = new Map(
    lines.map((line) => [
      [line.row, spelled(line.share), spelled(line.learningRate), line.seed].join("."),
      line,
    ]),
  );
  return ([row, measure, share, rate, seed]) => {
    const line = byKey.get([row, share, rate, seed].join("."));
    if (!line || !measure || !Object.hasOwn(measures, measure)) return undefined;
    const value = measures[measure as Measure](line);
    return {
      path: ["lab", row, measure, share, rate, seed].join("."),
      ...{ value, text: format(value, 3), kind: "simulated", unit: "1", digits: 3, title },
      origin: `records/lab.json, made by ${command}`,
      href: "/lab/",
    };
  };
}
