import katex from "katex";

/** What is wrong with a piece of TeX, in KaTeX's words; nothing when it is plain, sound mathematics. */
export function texProblem(tex: string, display: boolean): string | undefined {
  if (tex.length > 4000) return `${tex.length} characters`;
  try {
    katex.renderToString(tex, {
      displayMode: display,
      output: "mathml",
      throwOnError: true,
      strict: "error",
      // Without this KaTeX prints a refused command in red instead of failing.
      trust: ({ command }) => {
        throw new Error(`${command} is not allowed`);
      },
      maxSize: 20,
      maxExpand: 200,
    });
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return "nested too deeply";
    return String(error instanceof Error ? error.message : error).replace(/^KaTeX parse error: /, "");
  }
}
