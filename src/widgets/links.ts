const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** A path of the site (`/map/`) under the base at which it is served. */
export function href(path: string): string {
  return path.startsWith("/") ? base + path : path;
}

/** The path of a page of the site, without the base at which it is served. */
export const sitePath = ({ pathname }: URL): string => pathname.slice(base.length);
