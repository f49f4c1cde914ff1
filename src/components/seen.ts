/** Where an equation or a number was read, in words. */
export const seenIn = {
  paper: "seen in the paper",
  primary: "seen in the paper",
  code: "seen in the authors' code",
  repository: "from the official repository",
  secondary: "from a secondary text",
} as const;
