/**
 * What a script's address may be, for browsers that ask (`require-trusted-types-for`, W3C Trusted Types): this site's
 * own. Text that would become markup has no maker here, so it is refused everywhere.
 */
interface Factory {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string>>): unknown;
}

/** Called before a worker is started by an address, ours or Pagefind's. */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy("default", { createScriptURL: own });
}

/** The same address; a TypeError for one of another origin. */
function own(address: string): string {
  if (new URL(address, location.href).origin === location.origin) return address;
  throw new TypeError(`${address}: a script of another origin; this site runs its own only`);
}
