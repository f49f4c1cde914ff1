/** The mathematical italic in which a browser draws a letter that stands alone in `<mi>`. */
export function italic(char: string): string {
  const code = char.codePointAt(0)!;
  if (char === "h") return "ℎ";
  if (code >= 65 && code <= 90) return String.fromCodePoint(0x1d434 + code - 65);
  if (code >= 97 && code <= 122) return String.fromCodePoint(0x1d44e + code - 97);
  if (code >= 0x3b1 && code <= 0x3c9) return String.fromCodePoint(0x1d6fc + code - 0x3b1);
  if (code >= 0x391 && code <= 0x3a9) return String.fromCodePoint(0x1d6e2 + code - 0x391);
  const variants: Record<string, string> = { ϵ: "𝜖", ϕ: "𝜙", ϑ: "𝜗", ϱ: "𝜚", "∂": "𝜕" };
  return variants[char] ?? char;
}
