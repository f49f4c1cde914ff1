import { addressOf, everything, matches, type Shown, shownIn } from "./claim-filter.ts";

/** The bar above the claims: it hides what is not asked for, keeps the choice in the address, and runs what is shown. */

function start(bar: HTMLElement): void {
  const field = <T extends Element>(selector: string) => bar.querySelector<T>(selector)!;
  const menus = [...bar.querySelectorAll("select")];
  const status = field<HTMLElement>("[role=status]");
  const progress = field<HTMLProgressElement>("progress");
  const runAll = field<HTMLButtonElement>("[data-run-all]");
  const cancel = field<HTMLButtonElement>("[data-cancel]");
  const seed = field<HTMLInputElement>("[name=seed]");
  const records = [...document.querySelectorAll<HTMLElement>(".record[data-kind]")].map((record) => ({
    record,
    kind: record.dataset["kind"] ?? "",
    about: (record.dataset["about"] ?? "").split(" "),
    button: record.querySelector<HTMLButtonElement>("button[data-run]"),
  }));
  const sections = [...document.querySelectorAll("section:has(.records)")];
  let stop: AbortController | undefined;

  const chosen = (): Shown => ({
    ...everything,
    ...Object.fromEntries(menus.map(({ name, value }) => [name, value])),
  });
  const visible = () => records.filter(({ record }) => !record.hidden);

  function show(): void {
    const shown = chosen();
    for (const { record, kind, about, button } of records)
      record.hidden = !matches(shown, { kind, about, runs: button !== null });
    for (const section of sections)
      section.toggleAttribute("hidden", !section.querySelector(".record:not([hidden])"));
    const runs = visible().filter(({ button }) => button).length;
    status.textContent = `${visible().length} claims shown, ${runs} of them run here.`;
    runAll.disabled = runs === 0;
  }

  /** An address that leads to a claim shows it, whatever was chosen before. */
  function read(): void {
    const target = document.getElementById(location.hash.slice(1));
    const asked = target ? everything : shownIn(location.hash);
    for (const menu of menus) {
      menu.value = asked[menu.name as keyof Shown];
      if (menu.selectedIndex < 0) menu.value = "";
    }
    show();
    if (target?.matches(".record")) target.scrollIntoView();
  }

  bar.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    show();
    history.replaceState(history.state, "", addressOf(chosen()) || location.pathname);
  });
  addEventListener("hashchange", read);
  cancel.addEventListener("click", () => stop?.abort());
  runAll.addEventListener("click", async () => {
    const buttons = visible().flatMap(({ button }) => button ?? []);
    stop = new AbortController();
    [runAll.disabled, cancel.hidden, progress.hidden] = [true, false, false];
    try {
      const { runMany } = await import("../widgets/claim-runner/run-many.ts");
      const words = await runMany(buttons, Number(seed.value) || 0, stop.signal, (done) => {
        [progress.max, progress.value] = [buttons.length, done];
        status.textContent = `${done} of ${buttons.length}`;
      });
      status.textContent = words;
    } catch {
      status.textContent = "The code that runs could not be loaded. Press again.";
    } finally {
      [runAll.disabled, cancel.hidden, progress.hidden] = [false, true, true];
    }
  });

  field<HTMLFieldSetElement>("fieldset").disabled = false;
  if (shownIn(location.hash) !== everything && location.hash.includes("claims.")) read();
}

const bar = document.querySelector<HTMLElement>(".claim-bar");
if (bar) start(bar);
