import Call from "./Call.astro";
import Cite from "./Cite.astro";
import Claim from "./Claim.astro";
import Equation from "./Equation.astro";
import Figure from "./Figure.astro";
import Note from "./Note.astro";
import Num from "./Num.astro";
import Parameters from "./Parameters.astro";
import Source from "./Source.astro";
import Symbols from "./Symbols.astro";
import Term from "./Term.astro";

/** What an author may use in MDX, without importing anything. */
export const components = {
  Call,
  Cite,
  Claim,
  Equation,
  Figure,
  Note,
  Num,
  Parameters,
  Source,
  Symbols,
  Term,
};
