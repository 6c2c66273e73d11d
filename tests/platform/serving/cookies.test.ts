import { expect, test } from "vitest";
import { readCookies } from "~/platform/serving/cookies";

test.each([
  [undefined, []],
  ["", []],
  ["a=1", [["a", "1"]]],
  [
    "theme=dark; hourbook_session=x=y; b=",
    [
      ["theme", "dark"],
      ["hourbook_session", "x=y"],
      ["b", ""],
    ],
  ],
  [" ;; a=1;", [["a", "1"]]],
])("%s holds these cookies", (header, pairs) => {
  expect([...readCookies(header)]).toEqual(pairs);
});
