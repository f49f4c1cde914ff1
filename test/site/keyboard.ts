import type { Page } from "puppeteer-core";

/** Walks a page with the Tab key alone and reports what a keyboard reader would trip over. */

interface Stop {
  readonly name: string;
  readonly index: number;
  readonly ring: boolean;
  readonly inView: boolean;
  readonly where: string;
  readonly inFigure: boolean;
  readonly covered: boolean;
}

/** Numbers every element that Tab should reach, in document order; a radio group is one stop. */
function numberStops(): string[] {
  const tabbable =
    "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], audio, video";
  const groups = new Set<string>();
  const names: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>(tabbable)) {
    if (element.tabIndex < 0 || (element as HTMLButtonElement).disabled) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element instanceof HTMLInputElement && element.type === "radio") {
      const group = element.form?.id + element.name;
      if (element.name !== "" && groups.has(group)) continue;
      groups.add(group);
    }
    (element as HTMLElement).dataset["tabStop"] = String(names.length);
    const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
    names.push(`<${element.localName}> ${(element.id || label).trim().slice(0, 40)}`);
  }
  return names;
}

/**
 * What the element that has the focus looks like, a frame after the press: pressed twice within one, Firefox may leave its
 * scroll half way. A figure wakes at its first focus and is then one stop where it was several; it is looked at awake.
 */
async function look(): Promise<Stop | undefined> {
  const asleep = () => document.activeElement?.closest("live-figure:defined:not([data-awake])");
  await new Promise<void>((done) => {
    const wait = () => requestAnimationFrame(() => (asleep() ? wait() : done()));
    wait();
  });
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const radio = element instanceof HTMLInputElement && element.type === "radio" && element.name !== "";
  const first = radio
    ? [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`)].find(
        (input) => input.dataset["tabStop"],
      )
    : undefined;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
  const box = element.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 8), 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const sticky = top?.closest("header, [role=dialog], [popover]");
  return {
    name: `<${element.localName}> ${(element.id || element.getAttribute("aria-label") || element.textContent || "").trim().slice(0, 40)}`,
    index: Number((first ?? (element as HTMLElement)).dataset["tabStop"] ?? -1),
    ring: outlined || style.boxShadow !== "none",
    inView,
    where: `${box.top},${box.bottom} of ${innerHeight}, scrolled ${scrollY} of ${document.documentElement.scrollHeight}`,
    inFigure: element.closest("figure, .figure") !== null,
    covered: Boolean(sticky && !sticky.contains(element) && !element.contains(top)),
  };
}

/** Numbered stops of charts that leave the Tab order to one mark among them. */
function rovingStops(): number[] {
  const marks = [...document.querySelectorAll<HTMLElement>("svg [data-tab-stop]")];
  return marks
    .filter((mark) => mark.tabIndex < 0 && mark.closest("svg")?.querySelector("[tabindex='0']"))
    .map((mark) => Number(mark.dataset["tabStop"]));
}

/** Everything wrong on the way: a stop that is never reached, out of order, without a ring, out of view, covered. */
export async function keyboardWalk(page: Page): Promise<string[]> {
  const names = await page.evaluate(numberStops);
  const wrong: string[] = [];
  const reached = new Set<number>();
  let last = -1;
  let nowhere = 0;
  for (let press = 0; press < names.length * 2 + 5 && reached.size < names.length; press++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (!stop) {
      if (last === names.length - 1 || ++nowhere > 1) break;
      wrong.push(`${names[last] ?? "the start"}: the focus is lost after it`);
      continue;
    }
    if (stop.index < 0) {
      // A figure may open what belongs to the mark that has the focus; anything else must have been there before.
      if (!stop.inFigure) wrong.push(`${stop.name}: a stop that was not there before`);
      continue;
    }
    if (reached.has(stop.index)) break;
    reached.add(stop.index);
    if (stop.index < last) wrong.push(`${stop.name}: reached after what stands below it`);
    if (!stop.ring) wrong.push(`${stop.name}: has the focus and does not show it`);
    if (!stop.inView) wrong.push(`${stop.name}: has the focus out of sight: ${stop.where}`);
    if (stop.covered) wrong.push(`${stop.name}: has the focus under something else`);
    last = stop.index;
  }
  // The marks of a chart are one stop with arrow keys between them: those that gave up their own stop are not missed.
  const roving = new Set(await page.evaluate(rovingStops));
  const missed = names.filter((_, index) => !reached.has(index) && !roving.has(index));
  return [...wrong, ...missed.map((name) => `${name}: never reached by Tab`)];
}
