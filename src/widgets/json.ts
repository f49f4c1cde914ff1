/** A value as the text of a JSON script: no "<" in it can end the script. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
