import { caseFields } from "./case.ts";
import { losses } from "./registry.ts";
import { type Switch, switches } from "./switches.ts";

/** The JSON Schema of one case of the command line, made from the table of switches and the records. */
export function caseSchema(): object {
  const nested = {
    type: "array",
    items: { anyOf: [{ $ref: "#/$defs/nested" }, { type: ["number", "boolean"] }] },
  };
  const shapes: Record<keyof typeof caseFields, object> = {
    id: {},
    loss: { enum: Object.keys(losses) },
    convention: { anyOf: [{ type: "string" }, conventionSchema()] },
    parameters: { type: "object", additionalProperties: { type: "number", minimum: 0 } },
    logits: { $ref: "#/$defs/nested" },
    probabilities: { $ref: "#/$defs/nested" },
    target: { $ref: "#/$defs/nested" },
    ignore: { $ref: "#/$defs/nested" },
    classes: { type: "integer", minimum: 1 },
    batch: { type: "boolean" },
    gradient: { enum: [true, false, "logits", "probabilities"] },
  };
  const properties = Object.fromEntries(
    Object.entries(shapes).map(([field, shape]) => [
      field,
      { description: caseFields[field as keyof typeof caseFields], ...shape },
    ]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A loss case",
    description: "One line of the input of `npm run loss`.",
    type: "object",
    additionalProperties: false,
    required: ["target"],
    oneOf: [{ required: ["logits"] }, { required: ["probabilities"] }],
    properties,
    allOf: Object.values(losses).map(({ id, parameters }) => ({
      if: { properties: { loss: { const: id } }, required: ["loss"] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
      then: {
        properties: {
          parameters: {
            additionalProperties: false,
            properties: Object.fromEntries(
              parameters.map(({ id: name, meaning, initial }) => [
                name,
                { description: meaning, default: initial },
              ]),
            ),
          },
        },
      },
    })),
    $defs: { nested },
  };
}

function conventionSchema(): object {
  const entries: [string, Switch][] = Object.entries(switches);
  return {
    type: "object",
    additionalProperties: false,
    properties: {
      preset: { description: "A preset's name, whose settings come first.", type: "string" },
      ...Object.fromEntries(entries.map(([id, entry]) => [id, switchSchema(entry)])),
    },
  };
}

function switchSchema(entry: Switch): object {
  const about = { description: `${entry.meaning} (${applies(entry)})`, default: entry.default };
  switch (entry.kind) {
    case "choice":
      return {
        ...about,
        oneOf: Object.entries(entry.values).map(([value, meaning]) => ({
          const: value,
          description: meaning,
        })),
      };
    case "number": {
      const [minimum, maximum] = entry.range;
      return { ...about, type: "number", minimum, ...(maximum === Number.MAX_VALUE ? {} : { maximum }) };
    }
    case "integer":
      return { ...about, anyOf: [{ const: entry.default }, { type: "integer" }] };
    case "list":
      return {
        ...about,
        anyOf: [
          { const: entry.default },
          { type: "array", minItems: 1, items: { type: entry.items, minimum: 0 } },
        ],
      };
  }
}

function applies({ of }: Switch): string {
  const parts: Record<string, string> = {
    all: "all losses",
    pixels: "losses over pixels: soft-cross-entropy, focal",
    overlap: "losses over soft counts: dice, generalised-dice, tversky, focal-tversky",
    errors: "losses over sorted errors: lovasz-softmax",
  };
  return parts[of] ?? of;
}
