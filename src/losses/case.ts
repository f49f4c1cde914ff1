import { type Convention, didYouMean, parseConvention } from "./convention.ts";
import { evaluate, evaluateEach, evaluateWithGradient } from "./kernel.ts";
import { readFrame, type ShapedFrame } from "./layout.ts";
import type { Buffers, Loss, Options } from "./loss.ts";
import { nest } from "./nested.ts";
import { type Preset, presetOf } from "./presets.ts";
import { lossOf } from "./registry.ts";

/** The fields of a case, as the published schema has them, each with its meaning. */
export const caseFields = {
  id: "anything; it comes back with the result",
  loss: "the loss's id; a preset named in full may stand for it",
  convention: "a preset's name, or an object of switches, over the defaults or over its `preset`",
  parameters: "values of the loss's parameters by name",
  logits: "nested arrays, channel first: (C, …) or (B, C, …); without a channel axis where `classes` is 1",
  probabilities: "the same, in 0..1, instead of logits",
  target: "class indices, without the channel axis; or one-hot, multi-label or soft, with it",
  ignore: "1 or true where a pixel is ignored; shaped as class indices",
  classes: "the number of channels, where the shape leaves it open, and a check where not",
  batch: "whether the first axis is the batch, where the shape leaves it open",
  gradient: "true for the gradient to what was given, or `logits` or `probabilities`",
} as const;

export interface Case {
  readonly id?: unknown;
  readonly loss: Loss;
  readonly options: Options;
  readonly frame: ShapedFrame;
  readonly gradient: false | "logits" | "probabilities";
}

/** Reads a case from JSON's objects. Whatever is wrong is a RangeError that names the field. */
export function parseCase(json: unknown, presets: readonly Preset[]): Case {
  if (json === null || typeof json !== "object" || Array.isArray(json))
    throw new RangeError("case: not an object");
  const fields = json as Record<string, unknown>;
  const known = Object.keys(caseFields);
  for (const field of Object.keys(fields)) {
    if (!known.includes(field)) {
      throw new RangeError(
        `${field}: unknown field${didYouMean(field, known) || `; a case has ${known.join(", ")}`}`,
      );
    }
  }
  const { preset, settings } = readConvention(fields["convention"], fields["loss"], presets);
  const id = fields["loss"] ?? preset?.loss;
  if (typeof id !== "string")
    throw new RangeError(`loss: ${JSON.stringify(id) ?? "missing"}; give the loss's id`);
  const loss = lossOf(id);
  const parameters = { ...preset?.parameters, ...readParameters(fields["parameters"]) };
  const options = { convention: settings, parameters };
  const frame = readFrame(fields);
  return { id: fields["id"], loss, options, frame, gradient: readGradient(fields["gradient"], frame) };
}

/** What one case comes to, ready for JSON. */
export function runCase({ id, loss, options, frame, gradient }: Case): Record<string, unknown> {
  const named = id === undefined ? {} : { id };
  const about = { ...named, loss: loss.id };
  const { reduction, classReduction } = options.convention ?? {};
  const listed = reduction === "none" || (classReduction === "none" && loss.scores !== "pixels");
  const value = listed
    ? listOf(evaluateEach(loss, frame, options), frame, loss)
    : evaluate(loss, frame, options);
  if (!gradient) return { ...about, value };
  const scores = (frame.logits ?? frame.probabilities)!;
  const buffers: Buffers = { [gradient]: new Float64Array(scores.length) };
  evaluateWithGradient(loss, frame, options, buffers);
  return { ...about, value, gradient: nest(buffers[gradient]!, frame.scoreShape) };
}

/** A list of a value for each pixel, or each pixel and channel, takes the input's shape; any other stays a list. */
function listOf(list: Float64Array, frame: ShapedFrame, loss: Loss): unknown {
  if (loss.scores !== "pixels") return nest(list, [list.length]);
  return nest(list, list.length === (frame.batch ?? 1) * frame.pixels ? frame.pixelShape : frame.scoreShape);
}

function readConvention(given: unknown, loss: unknown, presets: readonly Preset[]) {
  const asked = typeof loss === "string" ? loss : undefined;
  if (given === undefined) return { settings: {} };
  if (typeof given === "string") {
    const preset = presetOf(given, presets, asked);
    return { preset, settings: preset.convention };
  }
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    throw new RangeError("convention: neither a preset's name nor an object of switches");
  }
  const { preset: name, ...own } = given as Record<string, unknown>;
  if (name !== undefined && typeof name !== "string") throw new RangeError("convention.preset: not a name");
  const preset = name === undefined ? undefined : presetOf(name, presets, asked);
  parseConvention(own);
  return { preset, settings: { ...preset?.convention, ...own } as Partial<Convention> };
}

function readParameters(given: unknown): Record<string, number> {
  if (given === undefined) return {};
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    throw new RangeError("parameters: not an object; give names and numbers");
  }
  for (const letter of ["alpha", "beta"]) {
    if (letter in given) {
      throw new RangeError(
        `parameters.${letter}: papers swap the letters; name the weights falsePositive and falseNegative, ` +
          "for focal positive and negative",
      );
    }
  }
  return given as Record<string, number>;
}

function readGradient(given: unknown, frame: ShapedFrame): Case["gradient"] {
  if (given === undefined || given === false || given === null) return false;
  if (given === true) return frame.logits ? "logits" : "probabilities";
  if (given === "logits" || given === "probabilities") return given;
  throw new RangeError(`gradient: ${JSON.stringify(given)}; give true, "logits" or "probabilities"`);
}
