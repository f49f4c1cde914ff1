import { texToMathml } from "./tex.ts";

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]!);

/** A line of words and `$TeX$`, as HTML: the words escaped, the mathematics as MathML. */
export const inline = (line: string) =>
  line
    .split(/\$([^$]+)\$/)
    .map((part, k) => (k % 2 === 0 ? escaped(part) : texToMathml(part)))
    .join("");
