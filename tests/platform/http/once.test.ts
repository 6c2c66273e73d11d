import { beforeEach, expect, test } from "vitest";
import { answeredForms } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database/database.server";
import { type Once, ONCE, onceOf } from "~/platform/http/once";
import { forgetAnsweredForms, once } from "~/platform/http/once.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { DAY, TEST_NOW } from "../../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../../support/database";
import { makePerson, type TestPerson } from "../../support/factories";

let db: Database;
let person: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  person = makePerson(db);
});

const NONCE = "0123456789abcdef";
const form = (values: Record<string, string | File>) => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) fields.append(name, value);
  return fields;
};
const post = (name: string, nonce = NONCE): Once => onceOf(form({ [ONCE]: nonce, name }))!;

test("a post is known by its nonce and by everything that came with it, a file by its name, size and type", () => {
  expect(onceOf(form({ name: "Hall" }))).toBeNull();
  expect(onceOf(form({ [ONCE]: "short", name: "Hall" }))).toBeNull();
  expect(onceOf(form({ [ONCE]: `${NONCE} '; --` }))).toBeNull();
  expect(post("Hall")).toEqual({ nonce: NONCE, text: '[["name","Hall"]]' });
  const file = (text: string) => onceOf(form({ [ONCE]: NONCE, file: new File([text], "a.pdf") }))!.text;
  expect(file("ab")).toBe(file("cd"));
  expect(file("ab")).not.toBe(file("abc"));
});

function makeCounter() {
  let count = 0;
  return (): Outcome<number, "never"> => ok(++count);
}

test("the same post is given what the first made; another nonce, other words, another form or person are not", () => {
  const make = makeCounter();
  const me = actingAs(db, person);
  expect(once(me, "place", post("Hall"), make)).toEqual(ok(1));
  expect(once(me, "place", post("Hall"), make)).toEqual(ok(1));
  expect(once(me, "place", post("Gym"), make)).toEqual(ok(2));
  expect(once(me, "place", post("Hall", "fedcba9876543210"), make)).toEqual(ok(3));
  expect(once(me, "course", post("Hall"), make)).toEqual(ok(4));
  expect(once(actingAs(db, makePerson(db)), "place", post("Hall"), make)).toEqual(ok(5));
  expect(once(me, "place", null, make)).toEqual(ok(6));
});

test("a refusal is not kept, and what is thrown keeps nothing", () => {
  const me = actingAs(db, person);
  const answers: (() => Outcome<string, "full">)[] = [() => refuse("full"), () => ok("made")];
  for (const answer of answers) expect(once(me, "place", post("Hall"), answer)).toEqual(answer());
  const fail = () => {
    throw new Error("no");
  };
  expect(() => once(me, "other", post("Hall"), fail)).toThrow("no");
  expect(db.select().from(answeredForms).all()).toHaveLength(1);
});

test("what was answered is forgotten after a day", () => {
  once(actingAs(db, person), "place", post("Hall"), () => ok("made"));
  expect(forgetAnsweredForms(systemContext(db, TEST_NOW + DAY - 1))).toBe(0);
  expect(forgetAnsweredForms(systemContext(db, TEST_NOW + DAY))).toBe(1);
});
