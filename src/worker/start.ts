import { type Client, createClient, type Hand } from "./client.ts";
import type { Port } from "./messages.ts";
import { trustOwnScripts } from "./trust.ts";

/** A client of two workers, or of one where the machine has no second core to spare. */
export function startClient(): Client {
  return createClient(startHand, Math.min(2, Math.max(1, navigator.hardwareConcurrency ?? 2)));
}

/** A worker; where none may be had, as in a page opened from a folder, the page does the work itself in slices. */
function startHand(barred: boolean): Hand {
  if (barred) return onThePage();
  trustOwnScripts();
  try {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }) as unknown as Hand;
  } catch {
    return onThePage();
  }
}

/**
 * The same tasks behind a channel of the page's own. Their code comes only where it is needed; until then requests wait
 * in the port, which opens when `serve` listens to it.
 */
export function onThePage(): Hand {
  const { port1, port2 } = new MessageChannel();
  const hand = port1 as unknown as Hand;
  hand.onerror = null;
  hand.terminate = () => port1.close();
  Promise.all([import("./serve.ts"), import("./tasks.ts")]).then(
    ([{ serve }, { createTasks }]) => serve(port2 as unknown as Port, createTasks()),
    (error: Error) => hand.onerror?.({ message: error.message } as ErrorEvent),
  );
  return hand;
}
