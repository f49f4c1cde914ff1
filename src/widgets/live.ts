import { hashWith, stateFrom } from "./address.ts";
import {
  type ChoiceControl,
  type Control,
  initialState,
  type Preset,
  parsed,
  printed,
  type State,
  type Value,
} from "./controls.ts";
import type { Widget } from "./widget.ts";

/** A figure that has been touched: its state lives here, its address in the page's, its words in the live region. */
export function live(host: HTMLElement, { spec: stated, show, words: own, start }: Widget): void {
  const rows: unknown = JSON.parse(host.querySelector("script[data-rows]")?.textContent ?? "null");
  const spec = typeof stated === "function" ? stated(rows) : stated;
  const { id, version, controls, presets } = spec;
  const inputs = [...host.querySelectorAll<HTMLInputElement>("input[data-control]")];
  const status = host.querySelector("[role=status]");
  let state: State = initialState(controls);
  let frame = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let words = "";
  let unwritten = false;

  const draw = () => {
    frame = 0;
    fillInputs(inputs, controls, state);
    for (const button of host.querySelectorAll<HTMLButtonElement>("button[data-preset]")) {
      const preset = presets.find((one) => one.id === button.dataset["preset"]);
      button.setAttribute("aria-pressed", String(preset !== undefined && agrees(state, preset)));
    }
    show(host, state, rows);
    words = own?.(host, state, rows) ?? spec.say(state, rows);
    write();
  };
  const write = () => {
    for (const place of host.querySelectorAll("[data-says]")) place.textContent = words;
  };
  const announce = (said: string) => {
    if (status) status.textContent = said;
  };
  /** The address and the spoken words follow when the reader pauses; the picture follows at once. */
  const settle = (moved: boolean) => {
    unwritten ||= moved;
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      if (unwritten && !spec.quiet) writeAddress(hashWith(location.hash, id, version, controls, state));
      unwritten = false;
      // A page out of sight gets no frames, and its words would be the last state's.
      if (frame !== 0) {
        cancelAnimationFrame(frame);
        draw();
      }
      announce(words);
    }, 400);
  };
  const become = (next: State, moved = true) => {
    state = next;
    if (frame === 0) frame = requestAnimationFrame(draw);
    settle(moved);
  };
  const say = (later: string) => {
    if (later === words) return;
    words = later;
    write();
    // What speaks again and again, as a run does, must not put off the address for ever.
    if (pause === undefined) settle(false);
  };
  const set = (values: State) => become({ ...state, ...values });
  const readAddress = () => become(stateFrom(location.hash, id, version, controls), false);

  host.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const name = target.dataset["control"];
    const control = name === undefined ? undefined : controls[name];
    const value = control && parsed(control, textOf(target));
    if (name !== undefined && value !== undefined) set({ [name]: value });
  });
  // A number field may show an unfinished or clamped text while it is typed in; leaving it puts the value there.
  host.addEventListener("change", () => fillInputs(inputs, controls, state, true));
  host.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const preset = presets.find((one) => one.id === button?.dataset["preset"]);
    if (preset) set(preset.values as State);
    if (button?.hasAttribute("data-reset")) become(initialState(controls));
    if (button?.hasAttribute("data-copy")) {
      writeAddress(hashWith(location.hash, id, version, controls, state));
      void copied(host, id).then(announce);
    }
  });
  addEventListener("hashchange", readAddress);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) readAddress();
  });

  // What the reader moved while the code was still on its way counts, before what the address says.
  const early = moved(inputs, controls);
  state = { ...stateFrom(location.hash, id, version, controls), ...early };
  start?.(host, set as (values: Partial<State>) => void, say);
  draw();
  if (Object.keys(early).length > 0) settle(true);
}

/** Values of inputs that no longer show the initial state. */
function moved(inputs: readonly HTMLInputElement[], controls: Readonly<Record<string, Control>>): State {
  const values: Record<string, Value> = {};
  for (const input of inputs) {
    const name = input.dataset["control"]!;
    const control = controls[name]!;
    if (input.type === "radio" && !input.checked) continue;
    const value = parsed(control, textOf(input));
    if (value !== undefined && value !== control.initial) values[name] = value;
  }
  return values;
}

function textOf(input: HTMLInputElement): string {
  const stops = input.dataset["stops"]?.split(" ");
  if (stops) return stops[Number(input.value)] ?? "";
  if (input.type === "checkbox") return input.checked ? "on" : "off";
  return input.value;
}

function fillInputs(
  inputs: readonly HTMLInputElement[],
  controls: Readonly<Record<string, Control>>,
  state: State,
  all = false,
) {
  for (const input of inputs) {
    const name = input.dataset["control"]!;
    const control = controls[name]!;
    const text = printed(control, state[name]!);
    if (input.type === "range" && control.kind === "choice") toStop(input, control, text);
    else if (input.type === "checkbox") input.checked = text === "on";
    else if (input.type === "radio") input.checked = input.value === text;
    else if (all || input !== document.activeElement || input.type === "range") input.value = text;
  }
}

/** A slider over named stops stands at one of them, and says its name. */
function toStop(input: HTMLInputElement, { options }: ChoiceControl, id: string) {
  const at = options.findIndex((option) => option.id === id);
  const label = options[at]?.label ?? "";
  input.value = String(at);
  input.setAttribute("aria-valuetext", label);
  if (input.nextElementSibling) input.nextElementSibling.textContent = label;
}

const agrees = (state: State, preset: Preset) =>
  Object.entries(preset.values).every(([name, value]) => state[name] === value);

/** Browsers limit how often an address may be written, and a frame may not write it at all. */
function writeAddress(hash: string): void {
  try {
    history.replaceState(history.state, "", hash || location.pathname + location.search);
  } catch {
    // The figure works without an address.
  }
}

async function copied(host: HTMLElement, id: string): Promise<string> {
  const link = new URL(location.href);
  if (!link.hash) link.hash = id;
  try {
    await navigator.clipboard.writeText(link.href);
    return "Link copied.";
  } catch {
    // No clipboard here: show the link, selected, to be copied by hand.
    const field = host.querySelector<HTMLInputElement>("input[data-link]");
    if (!field) return link.href;
    field.hidden = false;
    field.value = link.href;
    field.select();
    return "The link stands in the field, selected.";
  }
}
