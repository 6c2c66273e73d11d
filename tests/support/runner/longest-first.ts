import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Journeys of minutes, the longest first. */
const LONG = ["tests/e2e/pages.test.ts", "tests/e2e/journey.test.ts", "tests/e2e/door/scanning.test.ts"];

/** Starts the longest journeys first: whatever comes last would run while the other cores have nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? LONG.length : at;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
