import type { Checked } from "../../worker/tasks.ts";
import { freshSeed, runCheck } from "./run.ts";
import { falsehoodWords, outcomeWords, verdictWord } from "./words.ts";

/** Runs the check of a button and writes what was computed below it, with a seed that the reader can change. */
export async function openRunner(button: HTMLButtonElement): Promise<void> {
  const place = button.closest<HTMLElement>("[data-verdict]");
  if (!place) return;
  const seed = seedField(place, button);
  const chosen = Math.max(0, Math.min(4294967295, Math.round(Number(seed.value) || 0)));
  seed.value = String(chosen);
  try {
    show(place, await runCheck(button, chosen, true));
  } catch (error) {
    resultOf(place).textContent =
      `The check stopped: ${error instanceof Error ? error.message : String(error)}`;
  }
  button.textContent = "Run again";
}

/** The field for the seed, made at the first run with a fresh one; a seed that the reader left alone is renewed. */
function seedField(place: HTMLElement, button: HTMLButtonElement): HTMLInputElement {
  const old = place.querySelector<HTMLInputElement>("input[data-seed]");
  if (old) {
    if (old.value === old.dataset["seed"]) old.value = String(freshSeed());
    old.dataset["seed"] = old.value;
    return old;
  }
  const field = document.createElement("input");
  Object.assign(field, {
    type: "number",
    min: "0",
    max: "4294967295",
    step: "1",
    value: String(freshSeed()),
  });
  field.dataset["seed"] = field.value;
  const label = document.createElement("label");
  label.append("seed ", field);
  button.after(label);
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") button.click();
  });
  return field;
}

const resultOf = (place: HTMLElement): HTMLElement => {
  const old = place.querySelector<HTMLElement>("[role=status]");
  if (old) return old;
  const made = document.createElement("div");
  made.className = "ran";
  made.setAttribute("role", "status");
  place.append(made);
  return made;
};

/** What was computed on these inputs, and on request what became of the false variant. */
export function show(place: HTMLElement, ran: Checked): void {
  const words = document.createElement("p");
  const word = document.createElement("b");
  word.textContent = `${verdictWord(ran.claim.holds)} at seed ${ran.seed}.`;
  words.append(
    word,
    ` ${outcomeWords(ran.claim)} ${ran.milliseconds.toFixed(ran.milliseconds < 10 ? 1 : 0)} ms.`,
  );
  const result = resultOf(place);
  result.dataset["holds"] = String(ran.claim.holds);
  result.replaceChildren(words);
  if (!ran.falsehood) return;
  const more = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Its false variant";
  const told = document.createElement("p");
  told.textContent = falsehoodWords(ran.falsehood.says, ran.falsehood.outcome);
  more.append(summary, told);
  result.append(more);
}
