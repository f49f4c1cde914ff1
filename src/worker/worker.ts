import type { Port } from "./messages.ts";
import { serve } from "./serve.ts";
import { createTasks } from "./tasks.ts";

/** The inside of the worker: everything it can do is in tasks.ts, how it is asked in serve.ts. */
serve(globalThis as unknown as Port, createTasks());
