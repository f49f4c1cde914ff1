import type { APIRoute } from "astro";
import { escapeHtml } from "../atlas/escape.ts";
import { changelog } from "../layouts/changelog.ts";
import { address } from "../layouts/own.ts";
import { site } from "../layouts/site.ts";

/** The changes of the advice as an Atom feed, one entry a version. */
export const GET: APIRoute = ({ site: root }) => {
  const url = (path: string) => escapeHtml(address(path, root!));
  const entries = changelog.releases.map(
    ({ version, date, changes }) => `  <entry>
    <id>${url(`/changes/#v${version}`)}</id>
    <title>Version ${version}</title>
    <updated>${date}T00:00:00Z</updated>
    <link href="${url(`/changes/#v${version}`)}"/>
    <content type="text">${escapeHtml(changes.join("\n\n"))}</content>
  </entry>
`,
  );
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${url("/")}</id>
  <title>Changes of ${site.name}</title>
  <updated>${changelog.releases[0]?.date ?? site.date}T00:00:00Z</updated>
  <author><name>${escapeHtml(site.author)}</name></author>
  <link rel="self" href="${url("/feed.xml")}"/>
  <link href="${url("/changes/")}"/>
${entries.join("")}</feed>
`;
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
