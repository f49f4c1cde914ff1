/**
 * The light theme's values of src/styles/tokens.css by name, for pictures that no style sheet reaches. The first value
 * of a name is the theme's; print and forced colours come later and set some again.
 */
export function lightTokens(css: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const [, name, light, plain] of css.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w+),[^)]*\)|([^;]+));/g))
    if (!tokens.has(name!)) tokens.set(name!, light ?? plain!.trim());
  return tokens;
}
