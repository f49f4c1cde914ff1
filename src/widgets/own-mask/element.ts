import { refuseLarge } from "../../experiments/label-image.ts";
import { shareAxis } from "../../plots/share-axis.ts";
import type { Client } from "../../worker/client.ts";
import { startClient } from "../../worker/start.ts";
import type { Heard, ReadMask } from "../../worker/tasks.ts";
import { onTheme } from "../canvas.ts";
import { drag } from "../gradients/drag.ts";
import { hearing } from "../gradients/hearing.ts";
import { inksOf, paintLabels } from "../gradients/paint.ts";
import { sayOf } from "../gradients/spec.ts";
import { redraw, refill } from "../picture.ts";
import type { Widget } from "../widget.ts";
import {
  type controls,
  inked,
  namesOf,
  predictionOf,
  type Rows,
  reportTable,
  type State,
  sayReport,
  sayShapes,
  sayWindow,
  spec,
} from "./spec.ts";
import { training } from "./training.ts";

/** Milliseconds that a file may take to be read; a hostile one may ask for more than the limits foresee. */
const patience = 10_000;

const desks = new WeakMap<HTMLElement, ReturnType<typeof desk>>();

export const widget: Widget<typeof controls, Rows> = {
  spec,
  start(host, set, say) {
    desks.set(
      host,
      desk(host, (shift) => set({ shift }), say),
    );
  },
  show(host, state, rows) {
    desks.get(host)!.follow(state, rows);
  },
  words: (host) => desks.get(host)!.heard(),
};

/** A folder, and a file that was moved or changed since it was chosen, cannot be read; browsers say so in their own words. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new RangeError(
      `${file.name} cannot be read: it is a folder, or was moved or changed meanwhile; choose the file itself again`,
    );
  }
}

/** Reads the file in the field, shows what it says, and has the losses heard on it. */
function desk(host: HTMLElement, moved: (shift: number) => void, say: (words: string) => void) {
  const part = <T extends HTMLElement>(name: string) => host.querySelector<T>(`[data-${name}]`)!;
  const field = host.querySelector<HTMLInputElement>("input[type=file]")!;
  const [refusal, reading, report, gradients] = [
    part("refusal"),
    part("reading"),
    part("report"),
    part("gradients"),
  ];
  let workers: Client | undefined;
  const client = () => (workers ??= startClient());
  const trainOn = training(host);
  let settings: { readonly state: State; readonly rows: Rows } | undefined;
  let mask: ReadMask | undefined;
  let hear: ReturnType<typeof hearing> | undefined;
  let heard: string | undefined;
  let gone = new AbortController();
  let turn = 0;

  async function read([file, ...others]: readonly File[]) {
    if (!file) return;
    const own = ++turn;
    forget();
    reading.textContent = `Reading ${file.name}.`;
    try {
      refuseLarge(file.size);
      const bytes = await bytesOf(file);
      if (own !== turn) return;
      const found = await client().run("mask", { bytes }, { signal: AbortSignal.timeout(patience) });
      if (own === turn) show(found);
    } catch (error) {
      if (own !== turn) return;
      forget();
      const late = error instanceof Error && error.name === "TimeoutError";
      refusal.textContent = late
        ? `the file took longer than ${patience / 1000} seconds to read; crop the image`
        : (error as Error).message;
    }
    reading.textContent =
      others.length > 0 ? `Of ${others.length + 1} files only the first was taken, ${file.name}.` : "";
  }

  /** All work on the file before ends with its workers and their memory, and nothing of it stays in sight. */
  function forget() {
    workers?.close();
    workers = undefined;
    gone.abort();
    gone = new AbortController();
    mask = undefined;
    hear = undefined;
    heard = undefined;
    trainOn(undefined);
    refusal.textContent = "";
    report.hidden = true;
    for (const name of ["prediction", "voices", "says"]) part(name).replaceChildren();
    place();
  }

  function show(found: ReadMask) {
    mask = found;
    const names = namesOf(found.report, found.truth);
    report.hidden = false;
    gradients.hidden = names.length < 2;
    part("said").textContent = sayReport(found.report);
    refill(host, 0, reportTable(found.report));
    inked(found).forEach((name, row) => {
      host.querySelectorAll('[data-table="0"] tbody th')[row]!.classList.add(name);
    });
    place();
    paint();
    if (names.length < 2) return;
    part("window").textContent = sayWindow(found.report, found.truth);
    part("shapes").textContent = sayShapes(found.report, found.shapes);
    trainOn(found);
    const told = (answer: readonly Heard[] | Error) => {
      heard = answer instanceof Error ? answer.message : sayOf(answer);
      say(heard);
    };
    hear = hearing(host, client(), found.truth, names, told, gone.signal);
    listen();
  }

  function place() {
    const rows = settings?.rows;
    if (!rows) return;
    const own = mask && { share: mask.report.backgroundShare };
    redraw(host, "share-axis", (sheet) => shareAxis(sheet, { ...rows, ...own }));
  }

  function paint() {
    if (!mask) return;
    const { picture, truth, report: found } = mask;
    const canvas = part<HTMLCanvasElement>("mask");
    canvas.setAttribute("aria-label", `The mask. ${sayReport(found)}`);
    const inks = inksOf(host, found.classes.length);
    paintLabels(canvas, picture, inks);
    paintLabels(part<HTMLCanvasElement>("truth"), truth, inks);
  }

  const listen = () => {
    if (settings) hear?.({ departure: predictionOf(settings.state), sorted: 0 });
  };

  // To choose the same file again, mended meanwhile, is no change to Chromium unless the field was emptied before.
  field.addEventListener("click", () => {
    field.value = "";
  });
  field.addEventListener("change", () => {
    void read([...(field.files ?? [])]);
  });
  drag(host, () => mask?.truth.width ?? 1, moved);
  onTheme(paint);
  void read([...(field.files ?? [])]);
  return {
    follow(state: State, rows: Rows) {
      settings = { state, rows };
      listen();
    },
    heard: () => heard,
  };
}
