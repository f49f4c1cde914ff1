import type { Sheet } from "../plots/svg.ts";
import type { Table } from "../plots/table.ts";

/** A chart stands on the page in two widths; figures.css shows the one that fits, so that nothing jumps or shrinks. */
export const widths = { wide: 600, narrow: 340 } as const;
export type Width = keyof typeof widths;

export type Draw = (sheet: Sheet) => Element;

/** Redraws both widths of a picture. */
export function redraw(host: Element, name: string, draw: Draw): void {
  for (const place of host.querySelectorAll<HTMLElement>(`[data-picture="${name}"] > [data-width]`)) {
    const width = place.dataset["width"] as Width;
    place.replaceChildren(draw({ document, width: widths[width], prefix: `${name}-${width}` }));
  }
}

/** Fills a table's body again; its columns stay. */
export function refill(host: Element, index: number, { columns, rows }: Table): void {
  const body = host.querySelector(`[data-table="${index}"] tbody`);
  body?.replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement("tr");
      line.append(
        ...row.map((text, k) => {
          const cell = document.createElement(k === 0 ? "th" : "td");
          if (k === 0) cell.setAttribute("scope", "row");
          else if (columns[k]?.numeric) cell.className = "number";
          cell.textContent = text;
          return cell;
        }),
      );
      return line;
    }),
  );
}
