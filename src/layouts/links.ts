/** The same for the site's upper rooms as for the figures, which may not look up to them. */
export { href, sitePath } from "../widgets/links.ts";
