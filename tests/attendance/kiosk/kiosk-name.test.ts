import { expect, test } from "vitest";
import { kioskNameOf, shortNamesOf } from "~/attendance/kiosk/kiosk-name";

const person = (legalFirst: string, legalLast: string, preferredName: string | null = null) =>
  kioskNameOf({ legalFirst, legalLast, preferredName });

test.each([
  [
    [person("Maya", "Jones"), person("Ben", "Jones")],
    ["Maya J.", "Ben J."],
  ],
  [
    [person("Maya", "Jones"), person("Maya", "Jackson")],
    ["Maya Jo.", "Maya Ja."],
  ],
  [
    [person("Maya", "Li"), person("Maya", "Lin")],
    ["Maya Li", "Maya Lin"],
  ],
  [
    [person("Maya", "Élan"), person("maya", "Evans")],
    ["Maya Él.", "maya Ev."],
  ],
  [
    [person("Maya", "Jones"), person("Maya", "Jones")],
    ["Maya Jones", "Maya Jones"],
  ],
  [
    [person("Maya", "Van Dyke"), person("Maya", "Vance")],
    ["Maya Van.", "Maya Vanc."],
  ],
  [[person("Margaret", "Okonkwo-Reyes", "Maya")], ["Maya O."]],
  [[person("Margaret", "Okonkwo", "Maya Reyes")], ["Maya R."]],
  [
    [person("", "Sukarno"), person("", "Sukarno", "Karno")],
    ["Sukarno", "Karno"],
  ],
  [[person("X", "Y")], ["X Y"]],
])("%j are shown as %j", (names, shown) => {
  expect(shortNamesOf(names)).toEqual(shown);
});
