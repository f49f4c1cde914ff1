/** Which claims are shown, and how that stands in the address: `#claims.kind=derived&claims.check=run`. */

export interface Shown {
  readonly kind: string;
  readonly about: string;
  readonly check: string;
}

export const everything: Shown = { kind: "", about: "", check: "" };

interface Traits {
  readonly kind: string;
  readonly about: readonly string[];
  readonly runs: boolean;
}

export const matches = ({ kind, about, check }: Shown, claim: Traits): boolean =>
  (kind === "" || claim.kind === kind) &&
  (about === "" || claim.about.includes(about)) &&
  (check === "" || (check === "run") === claim.runs);

const names = Object.keys(everything) as (keyof Shown)[];

/** What an address asks for; values that no menu offers are ignored by the menu. */
export function shownIn(hash: string): Shown {
  if (hash.length > 1000) return everything;
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const shown = { ...everything };
  for (const name of names) {
    const value = asked.get(`claims.${name}`) ?? "";
    if (/^[a-z-]*$/.test(value)) Object.assign(shown, { [name]: value });
  }
  return shown;
}

export function addressOf(shown: Shown): string {
  const pairs = names.filter((name) => shown[name] !== "").map((name) => [`claims.${name}`, shown[name]]);
  return pairs.length > 0 ? `#${new URLSearchParams(pairs)}` : "";
}
