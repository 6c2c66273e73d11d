import { expect, test } from "vitest";
import { indexRoster, isPhone, matchReported, whoOf } from "~/attendance/meetings/reported-name";

const ROSTER = indexRoster([
  { id: "ada", names: ["Augusta Lovelace", "Ada Lovelace"], emails: ["ada@kent.example", "home@mail.example"] },
  { id: "zoe", names: ["Zoë Đặng-Nguyễn"], emails: [] },
  { id: "sam1", names: ["Sam Lee"], emails: ["sam.lee@kent.example"] },
  { id: "sam2", names: ["Sam Lee"], emails: [] },
  { id: "jo", names: ["Josephine Baker", "Josie Baker"], emails: [] },
]);
const match = (name: string, email: string | null = null) => {
  const found = matchReported(ROSTER, { name, email });
  return found && `${found.id} ${found.reason}`;
};

test.each([
  ["Somebody else", "ADA@kent.example", "ada email"],
  ["Augusta", "home@mail.example", "ada email"],
  ["ada lovelace", null, "ada name"],
  ["Lovelace, Ada", null, "ada name"],
  ["ADA  LOVELACE", "unknown@mail.example", "ada name"],
  ["Zoe Dang Nguyen", null, "zoe name"],
  ["Zoë Đặng-Nguyễn", null, "zoe name"],
  ["Zoe Dang-Nguyen", null, "zoe name"],
  ["Ada Lovelace (she/her)", null, "ada nickname"],
  ["Lady A (Ada Lovelace)", null, "ada nickname"],
  ["Josephine (Jo) Baker", null, "jo nickname"],
  ["Josette (Josie) Baker", null, "jo nickname"],
  ["Baker, Josette (Josie)", null, "jo nickname"],
  ["Josette (J) Baker", null, null],
  ["Ada Lovelace’s iPhone", null, "ada nickname"],
  ["Ada Lovelace's iPad (2)", null, "ada nickname"],
  ["iPhone", null, null],
  ["Ada", null, null],
  ["Sam Lee", null, null],
  ["Sam Lee", "sam.lee@kent.example", "sam1 email"],
  ["", null, null],
])("T2 %j with %j is taken for %j", (name, email, found) => {
  expect(match(name, email)).toBe(found);
});

test("somebody is told from everybody else by the address, else by the words of the name in any order", () => {
  expect(whoOf({ name: "x", email: "Ada@Kent.example" })).toBe("email ada@kent.example");
  expect(whoOf({ name: "Lovelace, Ada", email: null })).toBe(whoOf({ name: "ada LOVELACE", email: null }));
});

test.each([
  ["+1 (206) 555-0142", true],
  ["12065550142", true],
  ["Call-In User_2", true],
  ["1*******142", true],
  ["Room 12", false],
  ["Ada 2065550142", false],
])("%j is a phone: %s", (name, phone) => {
  expect(isPhone(name)).toBe(phone);
});
