import { pathToFileURL } from "node:url";

/** A part of the check that broke off, as one problem at the first of our own files that its stack names. */
export function placed(error: unknown, root: string): string {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const home = pathToFileURL(root).href;
  const lines = stack.replaceAll(home, root).matchAll(/([^\s()]+?):(\d+)/g);
  const [, file, line] =
    [...lines].find(([, path]) => path!.startsWith(`${root}/`) && !path!.includes("/node_modules/")) ?? [];
  const what = message.trim().split("\n")[0]!.replaceAll(home, root).replace(/[.;]$/, "");
  return `${file ?? "scripts/check.ts"}:${line ?? 1}: ${what}; what reads this file stopped here, mend it first`;
}
