import type { Problems } from "./problems.ts";
import type { Library, Spelling } from "./schemas/library.ts";
import type { Remedy } from "./schemas/question.ts";

/** The libraries in which every remedy is said, or why it cannot be. Others join where a remedy names their call. */
export const remedyLibraries = [
  "pytorch",
  "monai",
  "segmentation-models-pytorch",
  "kornia",
  "keras",
  "optax",
] as const;

/** A remedy in the words of one library: its call, or the limit that stands in the way. */
export type Told = { readonly library: string } & (
  | { readonly call: Spelling }
  | { readonly limit: Library["cannot"][number] }
);

type Libraries = ReadonlyMap<string, Pick<Library, "spellings" | "cannot">>;

/** The remedy in each of the six libraries, then in others that it names; what is missing is told to `miss`. */
export function remedyIn(
  libraries: Libraries,
  { calls }: Remedy,
  miss: (library: string) => void = () => {},
): Told[] {
  const found = (library: string): Spelling | undefined => {
    const { spellings = [] } = libraries.get(library) ?? {};
    // A call that is named for this library alone comes before the ids that all of them share.
    const ids = calls.flatMap((name) => {
      const [owner, own] = name.split(".");
      return own === undefined ? [] : owner === library ? [own] : [];
    });
    // Beyond the six an id promises less: the same name may return another sign or pool the classes.
    const six = remedyLibraries.some((one) => one === library);
    const wanted = six ? [...ids, ...calls.filter((name) => !name.includes("."))] : ids;
    return wanted.flatMap((id) => spellings.filter((one) => one.id === id))[0];
  };
  const others = [...libraries.keys()].filter((id) => !remedyLibraries.some((one) => one === id));
  const loss = [...remedyLibraries, ...others].map((id) => found(id)?.loss).find((one) => one !== undefined);
  const told: Told[] = [];
  for (const library of remedyLibraries) {
    const call = found(library);
    const limit = limitOf(libraries.get(library), calls, loss);
    if (call) told.push({ library, call });
    else if (limit) told.push({ library, limit });
    else miss(library);
  }
  for (const library of others) {
    const call = found(library);
    if (call) told.push({ library, call });
  }
  return told;
}

/** A limit that names one of the calls, or that stands for a loss of which the library has no call at all. */
function limitOf(
  library: Pick<Library, "spellings" | "cannot"> | undefined,
  calls: readonly string[],
  loss: string | undefined,
): Library["cannot"][number] | undefined {
  const own = (library?.cannot ?? []).filter((limit) => limit.loss === loss);
  const named = own.find((limit) => limit.calls?.some((id) => calls.includes(id)));
  const none = !library?.spellings.some((one) => one.loss === loss);
  return named ?? (none ? own.find((limit) => limit.calls === undefined) : undefined);
}

interface Asking {
  readonly file: string;
  readonly front: { readonly remedies: readonly Remedy[] };
}

/** Every call that a remedy names exists, and every one of the six libraries answers it. */
export function checkRemedies(questions: readonly Asking[], libraries: Libraries, problems: Problems): void {
  const limited = [...libraries.values()].flatMap(({ cannot }) => cannot.flatMap(({ calls }) => calls ?? []));
  const spelled = [...libraries].flatMap(([id, { spellings }]) =>
    spellings.flatMap((one) => [one.id, `${id}.${one.id}`]),
  );
  const known = new Set([...spelled, ...limited]);
  for (const { file, front } of questions) {
    const place = { file, line: 2 };
    for (const remedy of front.remedies) {
      for (const name of remedy.calls.filter((one) => !known.has(one)))
        problems.add(place, `unknown call ${name}`, "name one of content/libraries");
      remedyIn(libraries, remedy, (library) =>
        problems.add(
          place,
          `"${remedy.says}" has no answer in ${library}`,
          `add the call to content/libraries/${library}.yaml, or a limit under cannot that names it in calls`,
        ),
      );
    }
  }
}
