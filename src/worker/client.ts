import type { Input, Port, Progress, Reply, Result, TaskName } from "./messages.ts";

/** A worker, or what stands in for one. */
export interface Hand extends Port {
  onerror: ((event: ErrorEvent) => unknown) | null;
  terminate(): void;
}

export interface Wishes<Name extends TaskName> {
  readonly progress?: (progress: Progress<Name>) => void;
  /** Told in one sentence when the worker died and the task was begun again. */
  readonly restarted?: (sentence: string) => void;
  readonly signal?: AbortSignal;
  /** What to ask for after a restart, given the last progress; the same input where left out. */
  readonly resume?: (input: Input<Name>, last: Progress<Name>) => Input<Name>;
}

export interface Client {
  /** Rejects with the task's own sentence, or with the signal's reason once it is aborted. */
  run<Name extends TaskName>(task: Name, input: Input<Name>, wishes?: Wishes<Name>): Promise<Result<Name>>;
  /** Ends the workers; nothing that is under way is answered. */
  close(): void;
}

interface Job {
  readonly id: number;
  readonly task: TaskName;
  input: unknown;
  last?: unknown;
  restarts: number;
  readonly wishes: Wishes<TaskName>;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: unknown) => void;
}

interface Place {
  hand?: Hand;
  job?: Job;
  watch?: ReturnType<typeof setTimeout>;
  /** Whether its present hand has answered anything yet. */
  heard?: boolean;
  /** Whether a hand died here without a word: none may be had, so the page must do the work. */
  barred?: boolean;
}

/** A browser may end a worker without a word. One that says nothing for so many milliseconds is taken for dead. */
const silence = 60_000;

/** A task that kills its worker twice is given up: it would do so for ever. */
const patience = 1;

/**
 * Hands tasks to at most `size` workers, started when first needed, each on one task at a time. When a worker dies its
 * task is begun again in a new one, from its last progress where the caller says how. `start` is told when workers are
 * barred, by a policy perhaps, for then the first one dies without ever answering.
 */
export function createClient(start: (barred: boolean) => Hand, size: number): Client {
  const places: Place[] = Array.from({ length: size }, () => ({}));
  const queue: Job[] = [];
  let ids = 0;

  function dispatch() {
    for (const place of places) {
      if (place.job) continue;
      const job = queue.shift();
      if (!job) return;
      place.job = job;
      place.hand ??= engaged(place);
      place.hand.postMessage({ id: job.id, task: job.task, input: job.input });
      watch(place);
    }
  }

  function watch(place: Place) {
    clearTimeout(place.watch);
    if (place.job) place.watch = setTimeout(() => died(place, "no answer for a minute"), silence);
  }

  function engaged(place: Place): Hand {
    const hand = start(place.barred ?? false);
    place.heard = false;
    hand.onmessage = ({ data }) => heard(place, data as Reply);
    hand.onerror = (event) => died(place, event.message);
    return hand;
  }

  function heard(place: Place, reply: Reply) {
    const { job } = place;
    place.heard = true;
    if (job?.id !== reply.id) return;
    if ("progress" in reply) {
      job.last = reply.progress;
      job.wishes.progress?.(reply.progress as never);
      return watch(place);
    }
    delete place.job;
    watch(place);
    if ("error" in reply) job.reject(new Error(reply.error));
    else job.resolve(reply.result as never);
    dispatch();
  }

  function died(place: Place, message: string) {
    const { job, hand } = place;
    hand?.terminate();
    place.barred = !place.heard;
    delete place.hand;
    delete place.job;
    watch(place);
    if (job && job.restarts < patience) {
      job.restarts += 1;
      const { resume, restarted } = job.wishes;
      if (job.last !== undefined && resume) job.input = resume(job.input as never, job.last as never);
      queue.unshift(job);
      restarted?.("The calculation stopped unexpectedly and was started again; nothing needs to be done.");
    } else
      job?.reject(
        new Error(`the calculation stopped unexpectedly (${message}); reload the page to try again`),
      );
    dispatch();
  }

  function abandon(job: Job, reason: unknown) {
    const waiting = queue.indexOf(job);
    if (waiting >= 0) queue.splice(waiting, 1);
    const place = places.find((candidate) => candidate.job === job);
    if (place) {
      place.hand?.postMessage({ id: job.id, cancel: true });
      delete place.job;
      watch(place);
    }
    job.reject(reason);
    dispatch();
  }

  return {
    run: (task, input, wishes = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = wishes;
        if (signal?.aborted) return reject(signal.reason);
        const job: Job = { id: ++ids, task, input, restarts: 0, wishes: wishes as never, resolve, reject };
        signal?.addEventListener("abort", () => abandon(job, signal.reason), { once: true });
        queue.push(job);
        dispatch();
      }),
    close() {
      // What waits is dropped first: an abort that comes later would start it in a worker that nobody ends.
      queue.length = 0;
      for (const place of places) {
        place.hand?.terminate();
        delete place.hand;
        delete place.job;
        watch(place);
      }
    },
  };
}

/**
 * Asks for one task again and again where only the newest answer counts, as under a slider. One request is under way and
 * the newest waits; those between are dropped, and `show` is called with every answer that came.
 */
export function latest<Name extends TaskName>(
  client: Client,
  task: Name,
  show: (result: Result<Name>) => void,
  failed: (error: Error) => void,
): (input: Input<Name>) => void {
  let busy = false;
  let next: { readonly input: Input<Name> } | undefined;
  const ask = async (input: Input<Name>) => {
    busy = true;
    try {
      show(await client.run(task, input));
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    }
    busy = false;
    const waiting = next;
    next = undefined;
    if (waiting) void ask(waiting.input);
  };
  return (input) => {
    if (busy) next = { input };
    else void ask(input);
  };
}
