/**
 * A small assembler for WebAssembly with 128-bit lanes: expressions are arrays of bytes, a function is built by
 * naming its locals, a module is its functions around one memory. No toolchain, no build step.
 */
export type Code = readonly number[];
type Type = "i32" | "f32" | "f64" | "v128";

const typeCode = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** An unsigned number in LEB128. */
function unsigned(n: number): number[] {
  const bytes: number[] = [];
  let rest = n;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(n: number): number[] {
  const bytes: number[] = [];
  let rest = n | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const bytesOf = (make: (view: DataView) => void, size: number): number[] => {
  const view = new DataView(new ArrayBuffer(size));
  make(view);
  return Array.from(new Uint8Array(view.buffer));
};

/** Four bytes four times, as one constant: engines do not lift a splat out of a loop. */
const constant = (bytes: Code): Code => [0xfd, 12, ...bytes, ...bytes, ...bytes, ...bytes];

const scalar =
  (code: number) =>
  (...of: Code[]): Code => [...of.flat(), code];
const lanes =
  (code: number) =>
  (...of: Code[]): Code => [...of.flat(), 0xfd, ...unsigned(code)];
const memory =
  (code: number, align: number) =>
  (address: Code, offset = 0): Code => [...address, 0xfd, ...unsigned(code), align, ...unsigned(offset)];

export const i32 = {
  const: (n: number): Code => [0x41, ...signed(n)],
  add: scalar(0x6a),
  sub: scalar(0x6b),
  mul: scalar(0x6c),
  and: scalar(0x71),
  equal: scalar(0x46),
  lessU: scalar(0x49),
};

export const v128 = {
  load: memory(0, 4),
  store: (address: Code, value: Code, offset = 0): Code => [
    ...[...address, ...value, 0xfd, 11, 4],
    ...unsigned(offset),
  ],
  and: lanes(78),
  andNot: lanes(79),
  or: lanes(80),
  xor: lanes(81),
  /** a where the mask is set, else b. */
  select: (mask: Code, a: Code, b: Code): Code => lanes(82)(a, b, mask),
  anyTrue: lanes(83),
};

/** Code that runs where the condition is not 0. */
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, 0x40, ...then, 0x0b];

/** Four 32-bit integers. */
export const i32x4 = {
  equal: lanes(55),
  greater: lanes(59),
  add: lanes(174),
  sub: lanes(177),
  max: lanes(184),
  shiftLeft: lanes(171),
  shiftRight: lanes(173),
  const: (n: number): Code => constant(bytesOf((view) => view.setInt32(0, n, true), 4)),
  /** Four bytes of the memory, each widened without a sign. */
  ofBytes: (address: Code, offset = 0): Code => lanes(169)(lanes(137)(memory(92, 0)(address, offset))),
};

/** Four floats. */
export const f32x4 = {
  const: (x: number): Code => constant(bytesOf((view) => view.setFloat32(0, x, true), 4)),
  notEqual: lanes(66),
  less: lanes(67),
  greater: lanes(68),
  add: lanes(228),
  sub: lanes(229),
  mul: lanes(230),
  div: lanes(231),
  /** The larger, the second where either is NaN: one instruction, which the stricter maximum is not. */
  max: lanes(235),
  ofInts: lanes(250),
};

/** Two doubles. */
export const f64x2 = {
  add: lanes(240),
  /** The lower two floats as doubles. */
  ofLow: lanes(95),
  /** The upper two floats as doubles: they are moved down first. */
  ofHigh: (value: Code): Code =>
    lanes(95)([...value, ...value, 0xfd, 13, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]),
};

/** A local of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

export interface Build {
  local(type: Type): Local;
  /** Runs the body for a pointer from `from` while it is below `to`, `step` bytes further each time. */
  each(from: Code, to: Code, step: number, body: (at: Code) => Code): Code;
}

interface Built {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type | undefined;
  readonly body: Code;
}

/** A function of some parameters; `write` gives its body, which leaves the result, if any, on the stack. */
export function wasmFunction(
  name: string,
  parameters: readonly Type[],
  result: Type | undefined,
  write: (build: Build, ...parameters: Local[]) => Code,
): Built {
  const locals: Type[] = [];
  const at = (n: number): Local => ({
    get: [0x20, ...unsigned(n)],
    set: (value) => [...value, 0x21, ...unsigned(n)],
  });
  const build: Build = {
    local(type) {
      locals.push(type);
      return at(parameters.length + locals.length - 1);
    },
    each(from, to, step, body) {
      const pointer = build.local("i32");
      const inner = [...body(pointer.get), ...pointer.set(i32.add(pointer.get, i32.const(step)))];
      const again = [...i32.lessU(pointer.get, to), 0x0d, 0];
      return [...pointer.set(from), 0x03, 0x40, ...inner, ...again, 0x0b];
    },
  };
  const code = write(build, ...parameters.map((_, n) => at(n)));
  const declared = [...unsigned(locals.length), ...locals.flatMap((type) => [1, typeCode[type]])];
  return { name, parameters, result, body: [...declared, ...code, 0x0b] };
}

/** The bytes of a module that imports its memory as `env.memory` and exports the functions by name. */
export function wasmModule(functions: readonly Built[]): Uint8Array<ArrayBuffer> {
  const text = (name: string) => [
    ...unsigned(name.length),
    ...Array.from(name, (letter) => letter.charCodeAt(0)),
  ];
  const section = (id: number, items: readonly Code[]) => {
    const content = [...unsigned(items.length), ...items.flat()];
    return [id, ...unsigned(content.length), ...content];
  };
  const types = functions.map(({ parameters, result }) => [
    ...[0x60, ...unsigned(parameters.length), ...parameters.map((type) => typeCode[type])],
    ...(result ? [1, typeCode[result]] : [0]),
  ]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [[...text("env"), ...text("memory"), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, n) => unsigned(n)),
    ),
    ...section(
      7,
      functions.map(({ name }, n) => [...text(name), 0, ...unsigned(n)]),
    ),
    ...section(
      10,
      functions.map(({ body }) => [...unsigned(body.length), ...body]),
    ),
  ]);
}
