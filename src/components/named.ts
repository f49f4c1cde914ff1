/** The claims that a page has named so far: an id may stand once, so the first sentence of a claim is where links lead. */
const named = new WeakMap<Request, Set<string>>();

/** The id of a claim's sentence on the page that answers the request; none where an earlier sentence has it. */
export function sentenceId(request: Request, claim: string): string | undefined {
  const here = named.get(request) ?? new Set();
  named.set(request, here);
  if (here.has(claim)) return undefined;
  here.add(claim);
  return `claim-${claim}`;
}
