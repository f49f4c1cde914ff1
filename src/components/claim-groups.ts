import type { Atlas, Claim } from "../atlas/atlas.ts";

export interface ClaimGroup {
  readonly id: string;
  readonly title: string;
  readonly claims: readonly Claim[];
}

const topics: Readonly<Record<string, string>> = {
  metrics: "Metrics",
  "reference-task": "The reference task",
  literature: "The literature",
};

/** Claims under the first thing that they are about: losses in the site's order, then the topics. */
export function claimGroups({ claims, families }: Atlas): ClaimGroup[] {
  const titles = new Map([
    ...[...families.values()].map(({ id, front }): [string, string] => [id, front.title]),
    ...Object.entries(topics),
  ]);
  return [...titles].flatMap(([id, title]) => {
    const own = [...claims.values()].filter(({ about }) => about[0] === id);
    // What can be run stands first.
    const sorted = own.toSorted((a, b) => Number(b.checked) - Number(a.checked));
    return own.length > 0 ? [{ id: `on-${id}`, title, claims: sorted }] : [];
  });
}
