import type { Port, Reply, Request } from "./messages.ts";

/** A task runs until its next yield (or await) without a break; what it yields is its progress. */
type Task = (input: never) => Generator<unknown, unknown> | AsyncGenerator<unknown, unknown>;

/** Milliseconds of work between two looks at the post box: a cancel is obeyed, and input answered, within that. */
const slice = 30;

/**
 * Answers requests on a port, one task at a time in the order they came; a task that is cancelled stops at its next
 * look. The same code runs inside a worker and, where there is none, on the page itself.
 */
export function serve(port: Port, tasks: Readonly<Record<string, Task>>): void {
  const cancelled = new Set<number>();
  let last: Promise<unknown> = Promise.resolve();
  port.onmessage = ({ data }) => {
    const request = data as Request;
    if ("cancel" in request) cancelled.add(request.id);
    else last = last.then(() => answer(request));
  };

  async function answer({ id, task, input }: Exclude<Request, { cancel: true }>) {
    const reply = (message: Reply) => port.postMessage(message);
    try {
      const run = tasks[task];
      if (!run) throw new RangeError(`the worker knows no task ${JSON.stringify(task)}`);
      const steps = run(input as never);
      let since = performance.now();
      for (;;) {
        if (cancelled.delete(id)) return;
        const step = await steps.next();
        if (step.done) return reply({ id, result: step.value });
        if (step.value !== undefined) reply({ id, progress: step.value });
        if (performance.now() - since > slice) {
          await breath();
          since = performance.now();
        }
      }
    } catch (error) {
      reply({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** Lets waiting messages in. A message to oneself comes back at once, where a timer would wait for four milliseconds. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
