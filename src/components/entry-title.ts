const names: Readonly<Record<string, string>> = { dice: "Dice", tversky: "Tversky", lovasz: "Lovász" };

/** The words of an entry's id, with the names of people as people write them. */
export const entryTitle = (id: string): string =>
  id
    .split("-")
    .map((word) => names[word] ?? word)
    .join(" ");
