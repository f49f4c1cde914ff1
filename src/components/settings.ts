import type { Atlas } from "../atlas/atlas.ts";

/** A function or a class that is the loss, by its name; other calls in a spelling prepare its input. */
const isLoss = (callee: string) => /loss|dice|entropy|lovasz|tversky|focal/i.test(callee);

const tokens =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|(?<callee>[\w.]+)\(|(?<open>[([{])|(?<close>[)\]}])|(?<name>\w+)\s*=(?!=)/g;

/** The arguments that a Python call gives to the loss by their names, each once, in the order of the text. */
export function settingsOf(call: string): string[] {
  const callees: string[] = [];
  const names = new Set<string>();
  for (const { groups = {} } of call.matchAll(tokens)) {
    const { callee, open, close, name } = groups;
    if (callee !== undefined || open !== undefined) callees.push(callee ?? "");
    else if (close !== undefined) callees.pop();
    else if (name !== undefined && isLoss(callees.at(-1) ?? "")) names.add(name);
  }
  return [...names];
}

export interface Settings {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What the calls of this site set by name; none where they set nothing. */
  readonly names: readonly string[];
}

/** What each library that spells the loss calls its settings, and which libraries do not spell it. */
export function settingsIn(atlas: Atlas, loss: string): { having: Settings[]; lacking: string[] } {
  const all = [...atlas.libraries.values()].map(({ id, name, version, spellings }) => {
    const own = spellings.filter((spelling) => spelling.loss === loss);
    return {
      id,
      name,
      version,
      spelt: own.length > 0,
      names: [...new Set(own.flatMap(({ call }) => settingsOf(call)))],
    };
  });
  return {
    having: all.filter(({ spelt }) => spelt),
    lacking: all.filter(({ spelt }) => !spelt).map(({ name, version }) => `${name} ${version}`),
  };
}
