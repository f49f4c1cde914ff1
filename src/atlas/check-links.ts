import type { Registries } from "./atlas.ts";
import type { Draft } from "./load.ts";
import type { Occurrence } from "./mdx.ts";
import { type Problems, suggestion } from "./problems.ts";

/** Addresses that are always there; those of families, papers and questions come from the content. */
const fixedRoutes = (
  "/ /papers/ /map/ /claims/ /evidence/ /discrepancies/ /lab/ /lab/gradients/ /lab/mask/ /choose/ /compare/ " +
  "/libraries/ /questions/ /glossary/ /cite/ /changes/ /feed.xml /v/1.0/ /references.bib /references.ris /references.json " +
  "/graph.json /claims.json /measurements.json"
).split(" ");

export function routesOf(draft: Draft, registries: Registries): ReadonlySet<string> {
  return new Set([
    ...fixedRoutes,
    ...(registries.routes ?? []),
    ...(registries.figures ?? []).map((figure) => `/embed/${figure}/`),
    ...[...draft.families, ...draft.questions].map(({ page }) => page),
    ...[...draft.references.keys()].map((key) => `/papers/${key}/`),
  ]);
}

/** A link leads out by https, or to a page of the site and to a part that this page has. */
export function checkLink(
  target: string,
  use: Occurrence,
  draft: Draft,
  routes: ReadonlySet<string>,
  problems: Problems,
): void {
  if (/^(https:|mailto:)/.test(target)) return;
  if (!target.startsWith("#") && (!target.startsWith("/") || target.startsWith("//"))) {
    problems.add(
      use,
      `link to ${target}`,
      "write an https address, or a page of the site from its root: /map/",
    );
    return;
  }
  const path = target.startsWith("#") ? use.page : target.replace(/[?#].*$/, "");
  if (!routes.has(path)) {
    problems.add(use, `dangling link to ${path}`, `no such page${suggestion(path, routes)}`);
    return;
  }
  const anchor = /#(.+)$/.exec(target)?.[1];
  const anchors = anchorsOf(path, draft);
  if (anchor === undefined || !anchors || ofLayout.test(anchor) || anchors.has(anchor)) return;
  problems.add(
    use,
    `dangling link to ${path}#${anchor}`,
    `the page has no such part${suggestion(anchor, anchors)}`,
  );
}

/**
 * Anchors that the layouts and the figures give, beside those of the content. That they are on the page that was
 * named is known when it is built, to test/site/links.test.ts; here only the author's own are held to it.
 */
const ofLayout =
  /[.=]|^(claim|ref|equation|symbol)-|^(content|references|relatives|parameters|known-traps|the-running-code)$/;

/** The anchors that the content gives a page; nothing for a page that is not made of it. */
function anchorsOf(path: string, draft: Draft): Set<string> | undefined {
  if (path === "/claims/") return new Set(draft.claims.keys());
  if (path === "/glossary/") return new Set(Object.keys(draft.glossary?.value ?? {}));
  const prose = [...draft.sections, ...draft.families, ...draft.questions].filter(
    ({ page }) => page === path,
  );
  if (prose.length === 0) return undefined;
  return new Set(
    prose.flatMap(({ id, headings, occurrences }) => [
      ...(path === "/" ? [id] : []),
      ...headings.map((heading) => heading.id),
      ...occurrences.flatMap(({ component, of }) => (component === "Figure" ? of : [])),
    ]),
  );
}
