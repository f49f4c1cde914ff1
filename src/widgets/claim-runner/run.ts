import type { Client } from "../../worker/client.ts";
import { startClient } from "../../worker/start.ts";
import type { Checked } from "../../worker/tasks.ts";

/** Runs checks in the worker, with the numbers of the content that they ask for. */

/** One client and one table of numbers for the page, made when first wanted. */
const kept: { client?: Client; numbers?: Promise<Readonly<Record<string, number>>> } = {};

export async function runCheck(
  button: HTMLButtonElement,
  seed: number,
  doubted: boolean,
  signal?: AbortSignal,
): Promise<Checked> {
  kept.client ??= startClient();
  const from = button.dataset["numbers"];
  const numbers = from === undefined ? {} : await numbersAt(from);
  const input = { id: button.dataset["run"] ?? "", seed, numbers, doubted };
  return kept.client.run("check", input, signal ? { signal } : {});
}

function numbersAt(address: string): Promise<Readonly<Record<string, number>>> {
  kept.numbers ??= fetch(address).then((answer) => {
    if (!answer.ok)
      throw new Error(`the numbers that this check asks for could not be fetched (${answer.status})`);
    return answer.json() as Promise<Record<string, number>>;
  });
  kept.numbers.catch(() => {
    delete kept.numbers;
  });
  return kept.numbers;
}

/** Any 32-bit number; inputs are fresh, and can be had again by typing it. */
export const freshSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
