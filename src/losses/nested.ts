/** Nested arrays as one flat array and its shape. */
export interface Flat {
  readonly values: Float64Array;
  readonly shape: readonly number[];
}

/** A nested array of numbers, the same length along each axis; null and "NaN" are NaN, for the frame to refuse. */
export function flatten(nested: unknown, name: string): Flat {
  const shape: number[] = [];
  for (let level = nested; Array.isArray(level); level = level[0]) shape.push(level.length);
  if (shape.length === 0) throw new RangeError(`${name}: no array; give nested arrays, channel first`);
  const size = shape.reduce((a, b) => a * b, 1);
  if (size === 0) throw new RangeError(`${name}: an axis of length 0`);
  const values = new Float64Array(size);
  let next = 0;
  const visit = (level: unknown, axis: number, place: string) => {
    if (axis < shape.length) {
      if (!Array.isArray(level) || level.length !== shape[axis]) {
        const found = Array.isArray(level) ? `${level.length} entries` : "no array";
        throw new RangeError(
          `${name}${place}: ${found} where ${shape[axis]} are needed; the array is ragged`,
        );
      }
      level.forEach((item, index) => {
        visit(item, axis + 1, `${place}[${index}]`);
      });
      return;
    }
    values[next++] = numberOf(level, name, place);
  };
  visit(nested, 0, "");
  return { values, shape };
}

function numberOf(value: unknown, name: string, place: string): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === null || value === "NaN") return Number.NaN;
  if (value === "Infinity" || value === "-Infinity") return Number(value);
  throw new RangeError(`${name}${place}: ${JSON.stringify(value)} is no number`);
}

/** The nested array of a shape; NaN and infinities as strings, for JSON has none. */
export function nest(values: ArrayLike<number>, shape: readonly number[]): unknown {
  let next = 0;
  const build = (axis: number): unknown => {
    if (axis === shape.length) {
      const value = values[next++]!;
      return Number.isFinite(value) ? value : String(value);
    }
    return Array.from({ length: shape[axis]! }, () => build(axis + 1));
  };
  return build(0);
}
