import { suggestion } from "./problems.ts";

/** Beyond these an entry is a mistake or an attack; real entries stay far below. */
const deepest = 40;
const longest = 20_000;

/** A structural mistake inside one entry; it ends that entry and no other. */
export class Broken extends Error {
  readonly offset: number;
  readonly remedy: string;
  constructor(offset: number, what: string, remedy: string) {
    super(what);
    this.offset = offset;
    this.remedy = remedy;
  }
}

const tooDeep = (offset: number) =>
  new Broken(offset, `braces nested more than ${deepest} deep`, "write the value with fewer braces");

export interface RawField {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/** Reads one entry without recursion, so that no depth of braces can exhaust the stack. */
export class EntryReader {
  offset: number;
  key = "";
  readonly #text: string;
  readonly #start: number;
  readonly #limit: number;
  readonly #strings: Map<string, string>;

  constructor(text: string, start: number, limit: number, strings: Map<string, string>) {
    this.#text = text;
    this.#start = start;
    this.offset = start;
    this.#limit = limit;
    this.#strings = strings;
  }

  /** The entry, or nothing for @comment, @preamble and @string, which are read for their side effect. */
  read(): { type: string; key: string; fields: RawField[] } | undefined {
    this.offset++;
    const type = this.#word().toLowerCase();
    if (type === "") throw this.#broken("@ without an entry type", "write @article{key, …}");
    this.#blank();
    const open = this.#peek();
    if (open !== "{" && open !== "(") throw this.#broken(`@${type} without {`, "write @article{key, …}");
    const close = open === "{" ? "}" : ")";
    if (type === "comment" || type === "preamble") {
      this.#braced();
      return undefined;
    }
    this.offset++;
    if (type !== "string") this.#readKey(close);
    const fields = this.#fields(close);
    if (type !== "string") return { type, key: this.key, fields };
    for (const { name, value } of fields) this.#strings.set(name, value);
    return undefined;
  }

  #readKey(close: string): void {
    this.#blank();
    const from = this.offset;
    while (this.offset < this.#limit && !/[\s,{}()]/.test(this.#peek())) this.offset++;
    this.key = this.#text.slice(from, this.offset);
    this.#blank();
    if (this.#peek() === ",") this.offset++;
    else if (this.#peek() !== close) throw this.#broken("no comma after the key", "write @article{key, …}");
  }

  #fields(close: string): RawField[] {
    const fields: RawField[] = [];
    for (;;) {
      this.#blank();
      if (this.#peek() === close) {
        this.offset++;
        return fields;
      }
      if (this.offset >= this.#limit) throw this.#unclosed();
      const offset = this.offset;
      const name = this.#word().toLowerCase();
      if (name === "") throw this.#broken(`unexpected ${this.#peek()}`, "a field is name = {value},");
      this.#blank();
      if (this.#peek() !== "=") throw this.#broken(`field ${name} without =`, `write ${name} = {…},`);
      this.offset++;
      fields.push({ name, value: this.#value(name, offset), offset });
      this.#blank();
      if (this.#peek() === ",") this.offset++;
      else if (this.offset >= this.#limit) throw this.#unclosed();
      else if (this.#peek() !== close) {
        throw this.#broken(`no comma after field ${name}`, "put a comma after each field's value");
      }
    }
  }

  #value(name: string, from: number): string {
    const parts: string[] = [];
    do {
      if (this.#peek() === "#") this.offset++;
      this.#blank();
      const next = this.#peek();
      if (next === "{") parts.push(this.#braced());
      else if (next === '"') parts.push(this.#quoted());
      else parts.push(this.#bare(name));
      this.#blank();
    } while (this.#peek() === "#");
    const value = parts.join("");
    if (value.length <= longest) return value;
    const what = `field ${name} has ${value.length} characters`;
    throw new Broken(from, what, `keep a field below ${longest} characters`);
  }

  #bare(name: string): string {
    const number = /^\d+/.exec(this.#text.slice(this.offset, this.offset + 20))?.[0];
    if (number) {
      this.offset += number.length;
      return number;
    }
    const word = this.#word();
    if (word === "") throw this.#broken(`field ${name} has no value`, `write ${name} = {…},`);
    const value = this.#strings.get(word.toLowerCase());
    if (value !== undefined) return value;
    const near = suggestion(word, this.#strings.keys());
    throw this.#broken(
      `undefined @string ${word}${near}`,
      "put braces around the value or define the string",
    );
  }

  /** The text inside a balanced pair of braces; the braces are passed over. */
  #braced(): string {
    const from = this.offset;
    let depth = 0;
    for (; this.offset < this.#limit; this.offset++) {
      const c = this.#peek();
      if (c === "{" && ++depth > deepest) throw tooDeep(from);
      if (c === "}" && --depth === 0) return this.#text.slice(from + 1, this.offset++);
    }
    throw this.#unclosed();
  }

  #quoted(): string {
    const from = ++this.offset;
    let depth = 0;
    for (; this.offset < this.#limit; this.offset++) {
      const c = this.#peek();
      if (c === "{" && ++depth > deepest) throw tooDeep(from);
      else if (c === "}") depth--;
      else if (c === '"' && depth === 0) return this.#text.slice(from, this.offset++);
    }
    throw this.#unclosed();
  }

  #unclosed(): Broken {
    const what = "entry is not closed before the next one starts";
    return new Broken(this.#start, what, "a brace or quote is missing; count { and } in each field");
  }

  #broken(what: string, remedy: string): Broken {
    return new Broken(Math.min(this.offset, this.#text.length), what, remedy);
  }

  #peek(): string {
    return this.offset < this.#limit ? (this.#text[this.offset] ?? "") : "";
  }

  #blank(): void {
    while (/^\s$/.test(this.#peek())) this.offset++;
  }

  #word(): string {
    const from = this.offset;
    while (/^[A-Za-z0-9_-]$/.test(this.#peek())) this.offset++;
    return this.#text.slice(from, this.offset);
  }
}
