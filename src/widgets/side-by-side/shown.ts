import type { Compared, Handed } from "./spec.ts";

/** What the page shows of the losses and never hands to the browser: it is all there, and is hidden or not. */
export interface Rows extends Handed {
  readonly losses: readonly Entry[];
  readonly ties: readonly Tie[];
  readonly study: { readonly tasks: readonly string[] } & Readonly<
    Record<"href" | "lab" | "libraries", string>
  >;
}

export interface Entry extends Compared {
  readonly href: string;
  /** MathML, its symbols marked. */
  readonly equation: string;
  readonly symbols: readonly { readonly id: string; readonly math: string; readonly meaning: string }[];
  readonly needs: readonly Need[];
  readonly traps: readonly Said[];
  readonly evidence: readonly Said[];
  readonly numbers: Numbers;
}

/** A claim of the site with its kind. */
export interface Said {
  readonly says: string;
  readonly kind: string;
  readonly href: string;
}

export interface Need {
  readonly of: string;
  readonly says: string;
  readonly claim?: Said;
}

/** An edge of the map between two of the seven. */
export interface Tie {
  readonly between: readonly [string, string];
  readonly says: string;
  readonly claim?: Said;
}

export interface Numbers {
  readonly reported: readonly { readonly text: string; readonly href: string }[];
  readonly simulated: readonly string[];
}

/** The little that the browser needs to redraw. */
export const handed = ({ losses }: Rows): Handed => ({
  losses: losses.map(({ id, title, short, ink, dash, scores, marks, courses }) => ({
    ...{ id, title, short, ink, dash, scores, marks, courses },
  })),
});
