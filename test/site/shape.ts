import type { Page } from "puppeteer-core";

/** Questions about the shape of a page, asked inside the browser; each answer is a list of complaints. */

/** At the current width the page scrolls in one direction only; what is wide scrolls in its own named region. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const culprits = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement),
    );
    const names = culprits.slice(0, 5).map((element) => {
      const classes = element.getAttribute("class") ?? "";
      return `<${element.localName} ${classes}> ${Math.round(element.getBoundingClientRect().right)}`;
    });
    return [`${root.scrollWidth} px wide at ${innerWidth}: ${names.join(", ")}`];
  });
}

/** A box that scrolls can be reached by the keyboard and says what it is. */
export function silentScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .filter((element) => {
        const inside = element.querySelector("a[href], button, input, summary, [tabindex='0']");
        const named = element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
        return !(inside || (element.tabIndex >= 0 && named));
      })
      .map(
        (element) =>
          `<${element.localName} class="${element.className}"> scrolls, cannot be focused or has no name`,
      ),
  );
}

/** Text that is cut off: it needs more room than its box has, and the box hides the rest. */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter(
        (element) => element.checkVisibility() && !element.closest("svg, math, .visually-hidden, .skip"),
      )
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const across = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 2;
        return across || (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 2);
      })
      .filter((element) => (element.textContent ?? "").trim() !== "" && element.clientWidth > 1)
      .map((element) => `<${element.localName} class="${element.className}"> hides part of its text`),
  );
}

/** With reduced motion wanted, nothing moves by itself and nothing is set to glide. */
export function motion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document
      .getAnimations()
      .map((animation) => `an animation runs: ${animation.id || "unnamed"}`);
    const gliding = [...document.querySelectorAll("*")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const lasts = style.transitionDuration.split(",").some((time) => Number.parseFloat(time) > 0.01);
        return lasts || style.scrollBehavior === "smooth";
      })
      .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> glides`);
    return [...running, ...gliding.slice(0, 5)];
  });
}

/** Every target is 24 px in both directions, or stands in a line of text (WCAG 2.5.8 and its exceptions). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>("button, input, select, summary, [role='button'], nav a"),
    ];
    return targets
      .filter(
        (element) => element.checkVisibility() && !element.closest(".visually-hidden, p, td, math, .skip"),
      )
      .filter((element) => {
        const label =
          element.closest("label") ?? document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
        const own = element.getBoundingClientRect();
        const box = label?.getBoundingClientRect();
        const height = Math.max(own.height, box?.height ?? 0);
        const width = Math.max(own.width, box?.width ?? 0);
        return height < 24 || width < 24;
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `<${element.localName}> ${(element.textContent ?? "").trim().slice(0, 30)}: ${Math.round(width)} by ${Math.round(height)} px`;
      });
  });
}
