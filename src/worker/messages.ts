import type { Tasks } from "./tasks.ts";

/** The names of what a worker can do, and what each takes, reports on its way, and gives. */
export type TaskName = keyof Tasks;
type Steps<Name extends TaskName> = ReturnType<Tasks[Name]>;
export type Input<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type Progress<Name extends TaskName> = Exclude<PartsOf<Steps<Name>>["progress"], undefined>;
export type Result<Name extends TaskName> = PartsOf<Steps<Name>>["result"];
type PartsOf<S> =
  S extends Generator<infer P, infer R>
    ? { progress: P; result: R }
    : S extends AsyncGenerator<infer P, infer R>
      ? { progress: P; result: R }
      : never;

/** From the page: start a task under a number of the page's choosing, or stop the one of that number. */
export type Request =
  | { readonly id: number; readonly task: TaskName; readonly input: unknown }
  | { readonly id: number; readonly cancel: true };

/** From the worker: how far a task is, what it gives, or in one sentence why it gives nothing. */
export type Reply =
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** The end of a channel, as a Worker, its inside and a MessagePort are alike. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}
