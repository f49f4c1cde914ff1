import { verdictsOf } from "../atlas/verdicts.ts";
import { atlas } from "../atlas/vite.ts";
import { href } from "../layouts/links.ts";

/** What every check found in this build. A claim that does not hold stops it here, with file and line. */
export const verdicts = verdictsOf(atlas);

/** The numbers of the content that checks ask for, in one file that a page fetches when a reader runs one of them. */
export const checkedNumbers = (): Record<string, number> =>
  Object.assign({}, ...[...verdicts.values()].map(({ numbers }) => numbers));

export const checkedNumbersAt = href("/checked-numbers.json");
