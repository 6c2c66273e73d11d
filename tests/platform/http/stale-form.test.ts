import { expect, test } from "vitest";
import { carryOutChoices, findStale, writeBase } from "~/platform/http/stale-form";

const OPENED = {
  price: "45.00",
  place: "Hall",
  link: null,
  audiences: ["teacher", "esa"],
  sessions: [{ date: "2027-03-09", startTime: "16:00", pauses: [] }],
};

function posted(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) form.append(name, each);
  return form;
}

const AS_OPENED = {
  price: "45.00",
  place: "Hall",
  link: "",
  audiences: ["esa", "teacher"],
  "sessions[0].date": "2027-03-09",
  "sessions[0].startTime": "16:00",
  "sessions[0].topic": "",
};

test("a row that stands as it was opened has nothing stale, whatever was typed", () => {
  expect(findStale(writeBase(OPENED), OPENED, posted({ ...AS_OPENED, price: "50.00" }))).toEqual([]);
});

test("what somebody changed meanwhile is told with both values, and whether it was changed here, too", () => {
  const moved = [{ date: "2027-03-16", startTime: "16:00", pauses: [] }];
  const now = { ...OPENED, price: "60.00", sessions: moved, audiences: ["teacher"] };
  expect(findStale(writeBase(OPENED), now, posted({ ...AS_OPENED, price: "50.00" }))).toEqual([
    { field: "price", before: "45.00", now: "60.00", touched: true },
    { field: "audiences", before: ["teacher", "esa"], now: ["teacher"], touched: false },
    { field: "sessions", before: OPENED.sessions, now: moved, touched: false },
  ]);
});

test("a choice for the stored value puts it in the place of what was typed, rows and lists as a whole", () => {
  const now = {
    ...OPENED,
    price: "60.00",
    audiences: ["paraeducator"],
    sessions: [{ date: "2027-03-16", startTime: "09:00", pauses: [{ kind: "meal", start: "12:00" }] }],
  };
  const typed = posted({
    ...AS_OPENED,
    price: "50.00",
    base: "{}",
    "keep.price": "mine",
    "keep.sessions": "theirs",
    "keep.audiences": "theirs",
  });
  const merged = carryOutChoices(typed, now);
  expect([...merged].map(([name, value]) => `${name}=${value as string}`)).toEqual([
    "price=50.00",
    "place=Hall",
    "link=",
    "base={}",
    "sessions[0].date=2027-03-16",
    "sessions[0].startTime=09:00",
    "sessions[0].pauses[0].kind=meal",
    "sessions[0].pauses[0].start=12:00",
    "audiences=paraeducator",
  ]);
});

test.each(["", "not json", "null", "[]x"])("a form that carries %j as its version has none", (base) => {
  expect(findStale(base, OPENED, posted(AS_OPENED))).toEqual([]);
});
