import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MUTATIONS } from "./mutation-list";

test("what `npm run mutations` takes away stands in the code once, so that it can be taken away", () => {
  const holds = ({ file, from }: (typeof MUTATIONS)[number]) => readFileSync(file, "utf8").split(from).length - 1;
  expect(MUTATIONS.filter((mutation) => holds(mutation) !== 1).map(({ what, file }) => `${file}: ${what}`)).toEqual([]);
  expect(MUTATIONS.length).toBeGreaterThan(80);
});
