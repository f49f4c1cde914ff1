import type { AstroIntegration } from "astro";

/**
 * Under `npm run dev` an edit of the content is read by the site's own loader before any open page reloads. Where it is
 * broken, the pages stay as they are and show every problem over themselves; the next sound edit reloads them.
 */
export function keepLastGoodPage(): AstroIntegration {
  return {
    name: "lossmap:keep-last-good-page",
    hooks: {
      "astro:server:setup": async ({ server, logger }) => {
        // Vitest sets a server up as well; nobody edits before it.
        if (process.env["VITEST"]) return;
        const { loadAtlas } = await import("../src/atlas/load.ts");
        const { contentFiles, registries } = await import("../src/atlas/node.ts");
        const known = await registries();
        const state: { message: string | undefined } = { message: undefined };
        const problems = () => {
          try {
            loadAtlas(contentFiles(), known);
            return undefined;
          } catch (error) {
            return error instanceof Error ? error.message : String(error);
          }
        };
        const { hot } = server.environments.client;
        const send = hot.send.bind(hot) as (payload: unknown) => void;
        const held = (payload: unknown) =>
          state.message !== undefined &&
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
        // Before Vite's own listener, so that a broken edit is known when the reload that it causes would be sent.
        server.watcher.prependListener("all", (_event: string, file: string) => {
          if (!/[/\\](content[/\\].*\.(mdx|ya?ml)|references\.bib)$/.test(file)) return;
          const was = state.message;
          state.message = problems();
          if (state.message !== undefined) {
            logger.error(state.message);
            complain(state.message);
          } else if (was !== undefined) {
            send({ type: "full-reload" });
          }
        });
      },
    },
  };
}
