/** A number of content/ on its way to a chart: the value that is drawn and the digits that are printed. */
export interface Reading {
  readonly value: number;
  readonly text: string;
}
