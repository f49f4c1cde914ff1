import type { Atlas } from "../atlas/atlas.ts";
import { format } from "../atlas/numbers.ts";
import type { PaperFile } from "../atlas/schemas.ts";
import type { Sheet } from "../plots/svg.ts";
import { type Sweep, sweepChart } from "../plots/sweep.ts";
import type { Table } from "../plots/table.ts";
import { type Tasks, taskPanels } from "../plots/tasks.ts";

/** A published table that is drawn: its finding, its picture and the table itself. */
export interface Drawing {
  readonly id: string;
  readonly paper: string;
  readonly where: string;
  readonly finding: string;
  readonly note: string | undefined;
  readonly draw: (sheet: Sheet) => SVGSVGElement;
  readonly table: Table;
}

type Published = PaperFile["tables"][number];

/** The sweeps that the literature gives in full, and its one benchmark on equal terms. */
export function drawings(atlas: Atlas): Drawing[] {
  return [tilts(atlas), powers(atlas), weights(atlas), odyssey(atlas)];
}

function publishedTable(atlas: Atlas, key: string, id: string): Published {
  const table = atlas.papers.get(key)?.content?.tables.find((one) => one.id === id);
  if (!table) throw new RangeError(`content/papers/${key}.yaml: no table ${id}; the evidence page draws it`);
  return table;
}

const cell = (table: Published, row: number, column: number) => {
  const value = table.rows[row]?.[column];
  if (typeof value !== "number") throw new RangeError(`${table.title}: row ${row + 1} holds no number`);
  return value;
};
const column = (table: Published, k: number) => table.rows.map((_, row) => cell(table, row, k));
const printed = (table: Published, row: number, k: number) => {
  const value = table.rows[row]?.[k];
  return typeof value === "number" ? format(value, table.digits?.[k] ?? 0) : String(value ?? "");
};

const asTable = (table: Published): Table => ({
  caption: table.title,
  columns: table.columns.map((label, k) => ({
    label,
    numeric: k > 0 || typeof table.rows[0]?.[0] === "number",
  })),
  rows: table.rows.map((row, r) => row.map((_, k) => printed(table, r, k))),
});

const highest = (values: readonly number[]) => values.indexOf(Math.max(...values));

function sweep(
  atlas: Atlas,
  key: string,
  id: string,
  settings: (table: Published, row: number) => string,
  shown: Omit<Sweep, "settings" | "series" | "best" | "description"> & {
    lines: readonly (readonly [number, string])[];
  },
  finding: (table: Published, best: number) => string,
): Drawing {
  const table = publishedTable(atlas, key, id);
  const series = shown.lines.map(([k, ink]) => ({
    label: table.columns[k] ?? "",
    values: column(table, k),
    ink,
  }));
  const best = highest(series[0]!.values);
  const says = finding(table, best);
  const data: Sweep = {
    ...shown,
    settings: table.rows.map((_, row) => settings(table, row)),
    series,
    best,
    description: says,
  };
  return {
    id: `${key}-${id}`,
    paper: key,
    where: table.where,
    finding: says,
    note: table.note,
    draw: (sheet) => sweepChart(sheet, data),
    table: asTable(table),
  };
}

function tilts(atlas: Atlas): Drawing {
  return sweep(
    atlas,
    "salehi2017tversky",
    "sweep",
    (table, row) => printed(table, row, 1),
    {
      label: "Scores by the weight of a missed voxel",
      axis: "β, weight of a missed voxel; α = 1 − β weighs a stray one",
      unit: "percent",
      lines: [
        [4, "overlap"],
        [2, "tunable"],
        [5, "metric"],
        [6, "plain"],
      ],
    },
    (table, best) => {
      const recall = highest(column(table, 2));
      return (
        `The dearer a miss, the more lesion voxels are found, up to ${printed(table, recall, 2)} percent ` +
        `at β = ${printed(table, recall, 1)}; the Dice score is highest at β = ${printed(table, best, 1)}.`
      );
    },
  );
}

const precisions = [
  [0, "AP"],
  [1, "AP50"],
  [2, "AP75"],
] as const;

function powers(atlas: Atlas): Drawing {
  return sweep(
    atlas,
    "lin2017focal",
    "gamma",
    (table, row) => String(cell(table, row, 0)),
    {
      label: "Average precision by the power γ",
      axis: "γ, each with the α that suits it best",
      unit: "average precision, percent",
      lines: precisions.map(([k], i) => [k + 2, ["overlap", "tunable", "metric"][i]!] as const),
    },
    (table, best) =>
      `Of the powers tried on COCO, γ = ${cell(table, best, 0)} gives the highest precision, and it wants a smaller ` +
      `weight of the rare class than no power at all: α = ${printed(table, best, 1)} against ${printed(table, 0, 1)}.`,
  );
}

function weights(atlas: Atlas): Drawing {
  return sweep(
    atlas,
    "lin2017focal",
    "alpha",
    (table, row) => String(cell(table, row, 0)),
    {
      label: "Average precision by the weight α of the foreground",
      axis: "α, weight of the foreground in cross-entropy",
      unit: "average precision, percent",
      lines: precisions.map(([k], i) => [k + 1, ["overlap", "tunable", "metric"][i]!] as const),
    },
    (table, best) =>
      `A class weight alone is best at α = ${cell(table, best, 0)}, with a precision of ${printed(table, best, 1)}; at ` +
      `α = ${cell(table, 0, 0)} the detector scores ${printed(table, 0, 1)}.`,
  );
}

/** The repository's names of this site's losses, by what they score. */
const own: Readonly<Record<string, "per-pixel" | "overlap" | "metric">> = {
  CE: "per-pixel",
  Focal: "per-pixel",
  Dice: "overlap",
  GDice: "overlap",
  Tversky: "overlap",
  FocalTversky: "overlap",
  Lovasz: "metric",
};
const counts = ["no", "one", "two", "three", "four"];

function odyssey(atlas: Atlas): Drawing {
  const key = "ma2021lossodyssey";
  const table = publishedTable(atlas, key, "dsc");
  const tasks = table.columns.slice(1);
  const winners = new Set(tasks.map((_, t) => table.rows[highest(column(table, t + 1))]?.[0]));
  const finding =
    `${table.rows.length} losses, ${counts[tasks.length]} tasks, ${counts[winners.size]} different winners: ` +
    `${[...winners].join(", ")}.`;
  const data: Tasks = {
    tasks,
    axis: "DSC",
    rows: table.rows.map(([name], row) => ({
      label: String(name),
      ink: own[String(name)],
      values: tasks.map((_, t) => cell(table, row, t + 1)),
      texts: tasks.map((_, t) => printed(table, row, t + 1)),
    })),
    label: table.title,
    description: finding,
  };
  return {
    id: `${key}-dsc`,
    paper: key,
    where: table.where,
    finding,
    note: `${table.note ?? ""} Filled marks are losses of this site. Each task has its own scale and its best score in digits; a score far below the others stands at the left edge with its digits.`.trim(),
    draw: (sheet) => taskPanels(sheet, data),
    table: asTable(table),
  };
}
