import type { Atlas } from "../atlas/atlas.ts";
import { calculators } from "../widgets/calculator/spec.ts";
import type { Controls } from "../widgets/controls.ts";
import { controls as gradients } from "../widgets/gradients/spec.ts";
import { controlAnchor, movers } from "../widgets/moves.ts";
import { controls as dial } from "../widgets/tversky-dial/spec.ts";

/** The control that moves a symbol, on the page where its figure stands. */
export interface Mover {
  readonly label: string;
  readonly path: string;
}

/** The first figure that has a control for the symbol; nothing where none has, as for the number of classes. */
export function moverOf(atlas: Atlas, loss: string, symbol: string): Mover | undefined {
  for (const { page, figure, controls } of places(atlas)) {
    const found = movers(controls, `${loss}.${symbol}`)[0];
    if (found) return { label: found[1].label, path: `${page}#${controlAnchor(figure, found[0])}` };
  }
  return undefined;
}

interface Place {
  readonly page: string;
  readonly figure: string;
  readonly controls: Controls;
}

/** Figures whose controls move symbols. A calculator stands on the first question that opens it. */
function places(atlas: Atlas): Place[] {
  const questions = [...atlas.questions.values()];
  return [
    { page: "/", figure: "tversky-dial", controls: dial },
    { page: "/lab/gradients/", figure: "gradients", controls: gradients },
    ...Object.entries(calculators).flatMap(([name, { controls }]) => {
      const page = questions.find(({ front }) => front.figure === name)?.page;
      return page === undefined ? [] : [{ page, figure: "calculator", controls }];
    }),
  ];
}
