/** How each row of the lab is drawn and named where there is little room: four inks, told apart by dashes and names. */
export interface Look {
  readonly short: string;
  readonly ink: string;
  readonly dash: string;
}

const look = (short: string, ink: string, dash = ""): Look => ({ short, ink: `var(--${ink})`, dash });

export const looks: Readonly<Record<string, Look>> = {
  "soft-cross-entropy": look("cross-entropy", "per-pixel"),
  focal: look("focal", "per-pixel", "6 3"),
  dice: look("Dice", "overlap"),
  "generalised-dice": look("gen. Dice", "overlap", "6 3"),
  "lovasz-softmax": look("Lovász", "metric"),
  tversky: look("Tversky .3/.7", "tunable"),
  "focal-tversky": look("focal Tversky", "tunable", "6 3"),
  "soft-cross-entropy-shifted": look("CE, shifted", "per-pixel", "2 3"),
  "tversky-precise": look("Tversky .7/.3", "tunable", "2 3"),
  "tversky-steep": look("Tversky .1/.9", "tunable", "10 2 2 2"),
};
