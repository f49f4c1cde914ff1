import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { AstroIntegration } from "astro";

/**
 * Under `npm run dev` an edit of the content is read by the site's own loader before any open page reloads. Where it is
 * broken, the pages stay as they are and show every problem over themselves; the next sound edit reloads them.
 */
export function keepLastGoodPage(): AstroIntegration {
  return {
    name: "lossmap:keep-last-good-page",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        // Vitest sets a server up as well; nobody edits before it.
        if (process.env["VITEST"]) return;
        // A thread of its own: whatever reads this configuration need not be able to read the content.
        const reader = new Worker(join(fileURLToPath(import.meta.url), "../dev/reader.ts"), {
          execArgv: ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"],
        });
        reader.unref();
        const state: { message: string | undefined; edits: number } = { message: undefined, edits: 0 };
        const { hot } = server.environments.client;
        const send = hot.send.bind(hot) as (payload: unknown) => void;
        const held = (payload: unknown) =>
          (state.message !== undefined || state.edits > 0) &&
          /^(full-reload|update)$/.test((payload as { type?: string }).type ?? "");
        hot.send = ((payload: unknown) => {
          if (!held(payload)) send(payload);
        }) as typeof hot.send;
        const complain = (message: string) =>
          send({ type: "error", err: { message, stack: "", plugin: "content" } });
        // A page that was loading when the edit broke connects afterwards.
        server.ws.on("connection", () => {
          if (state.message !== undefined) complain(state.message);
        });
        reader.on("message", (message: string | undefined) => {
          state.edits--;
          state.message = message;
          if (state.edits > 0) return;
          if (message === undefined) return send({ type: "full-reload" });
          logger.error(message);
          complain(message);
        });
        // Before Vite's own listener, so that the reload that an edit causes is held until the edit was read.
        server.watcher.prependListener("all", (_event: string, file: string) => {
          if (!/[/\\](content[/\\].*\.(mdx|ya?ml)|references\.bib)$/.test(file)) return;
          state.edits++;
          reader.postMessage(file);
        });
      },
    },
  };
}
