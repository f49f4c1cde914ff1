import { type PlotOptions, plot } from "@observablehq/plot";

/** Where a chart is drawn: the page's document, or linkedom's at build; a width in pixels; a prefix for its ids. */
export interface Sheet {
  readonly document: Document;
  readonly width: number;
  /** Ids within a page are unique: one chart stands on it in two widths. */
  readonly prefix: string;
}

export interface Described {
  readonly label: string;
  readonly description: string;
}

/**
 * Observable Plot's SVG, made fit for the page: its own `<style>` is dropped (figures.css has the rules, and the policy
 * forbids it), it has one name and one description, and its groups have none.
 */
export function drawn(sheet: Sheet, { label, description }: Described, options: PlotOptions): SVGSVGElement {
  const svg = plot({
    ...options,
    document: sheet.document,
    className: "chart",
    width: sheet.width,
    figure: false,
  }) as SVGSVGElement;
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const group of [...svg.querySelectorAll("g")]) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
  for (const one of [...svg.querySelectorAll("*")]) rounded(one);
  for (const name of ["font-family", "font-size", "fill"]) svg.removeAttribute(name);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("aria-description", description);
  return svg;
}

/** Hundredths of a pixel are enough: shorter to send, and no engine's last digit shows in a snapshot. */
function rounded(drawing: Element): void {
  for (const { name, value } of [...drawing.attributes]) {
    const short = value.replace(/-?\d+\.\d{3,}/g, (digits) => String(Number(Number(digits).toFixed(2))));
    if (short !== value) drawing.setAttribute(name, short);
  }
}

const namespace = "http://www.w3.org/2000/svg";

/** One SVG element with its attributes and children. */
export function element(
  document: Document,
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElement {
  const made = document.createElementNS(namespace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** A hatching of one ink, the sign of everything illustrative. */
export function hatch(document: Document, id: string, className: string): SVGElement {
  const line = element(document, "path", { d: "M0 0V7", class: className });
  const pattern = {
    id,
    width: 7,
    height: 7,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  };
  return element(document, "defs", {}, element(document, "pattern", pattern, line));
}
