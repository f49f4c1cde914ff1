import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that run for a minute or more; started last, each would keep one worker busy while the others have none. */
const long = ["every-kind-firefox", "every-kind", "recipes", "every-page", "widgets-hold"];

/** On a new checkout Vitest knows no durations and goes by size; these files are small and long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? long.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
