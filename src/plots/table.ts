/** What every chart shows, as a table: made from the same data, drawn into the page and redrawn with the chart. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** One text for each column; the first names the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly label: string;
  /** Numbers are set on the point. */
  readonly numeric?: boolean;
}
