/** A formula as one line of plain text, for readers that know no MathML: `TP/(TP + FP)`, `p_(i,y)^2`. */
export function mathText(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? "";
  if (node.nodeType !== 1) return "";
  const parts = [...node.childNodes].map(mathText).filter((part) => part.trim() !== "");
  const [a = "", b = "", c = ""] = parts;
  switch ((node as Element).localName) {
    case "mfrac":
      return `${group(a)}/${group(b)}`;
    case "msub":
    case "munder":
      return `${a}_${group(b)}`;
    case "msup":
    case "mover":
      return `${a}^${group(b)}`;
    case "msubsup":
    case "munderover":
      return `${a}_${group(b)}^${group(c)}`;
    case "msqrt":
      return `√${group(parts.join(""))}`;
    case "mo":
      return /^[=+−<>≤≥≈∈→⇔·×-]$/.test(a.trim()) ? ` ${a.trim()} ` : a.replace(/[\u2061-\u2064]/g, "");
    case "mtr":
      return `${parts.join(" ")}; `;
    default:
      return parts.join("");
  }
}

const group = (text: string) => (/^[\p{L}\p{N}.]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`);
