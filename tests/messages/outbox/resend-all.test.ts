import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { countGivenUp } from "~/messages/outbox/resend-all.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import type { RefusalMeaning } from "~/platform/mail/refusal-judge";
import { recordRefusal } from "~/platform/mail/refusal.server";
import { action, loader } from "~/routes/admin/mail._index";
import { DAY, TEST_NOW } from "../../support/clock";
import { systemContext, useTestDatabase } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { get, post, thrownBy } from "../../support/request";
import { enqueue } from "../delivery/two-kinds";

let db: Database;
let admin: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
});

/** A message that was given up; `recipient` is its own. */
function givenUp(recipient: string, kind: keyof typeof enqueue = "at-least-once"): string {
  const id = enqueue[kind](db, recipient)!;
  db.update(outboxMessages).set({ state: "failed", recipient }).where(eq(outboxMessages.id, id)).run();
  return id;
}

function refused(id: string, meaning: RefusalMeaning): void {
  const { recipient: address } = db.select().from(outboxMessages).where(eq(outboxMessages.id, id)).get()!;
  const topic = meaning === "about-us" ? ("relay" as const) : null;
  const refusal = { address, messageId: id, source: "mail-server", reason: "550 no", meaning, topic } as const;
  inTransaction(db, (tx) => recordRefusal(tx, systemContext(db), refusal));
}

const again = async () =>
  action({
    request: await post(db, "/admin/mail", { intent: "resend-all", reason: "The relay is mended." }, admin),
    params: {},
    context: {},
  });

test("what a relay refused is sent again at once, and not twice", async () => {
  refused(givenUp("ana@test.example"), "about-us");
  givenUp("bo@test.example");
  expect(countGivenUp(db, TEST_NOW)).toBe(2);
  expect((await thrownBy(again)).headers.get("Location")).toBe("/admin/mail?state=queued");
  const repeated = db.select().from(outboxMessages).where(eq(outboxMessages.state, "queued")).all();
  expect(repeated.map(({ recipient }) => recipient)).toEqual(["ana@test.example", "bo@test.example"]);
  expect(countGivenUp(db, TEST_NOW)).toBe(0);
  expect((await again()).data.result.error).toBeTruthy();
});

test("not to addresses where nobody is, no reminders, and nothing old", () => {
  refused(givenUp("gone@test.example"), "nobody");
  refused(givenUp("perhaps@test.example"), "perhaps-nobody");
  givenUp("Gone@Test.example");
  givenUp("late@test.example", "at-most-once");
  expect(countGivenUp(db, TEST_NOW)).toBe(0);
  givenUp("cy@test.example");
  expect(countGivenUp(db, TEST_NOW)).toBe(1);
  expect(countGivenUp(db, TEST_NOW + 15 * DAY)).toBe(0);
});

test("the page counts them among what failed", async () => {
  givenUp("ana@test.example");
  const at = async (query: string) =>
    (await loader({ request: await get(db, `/admin/mail${query}`, admin), params: {}, context: {} })).givenUp;
  expect([await at(""), await at("?state=failed")]).toEqual([0, 1]);
});

test("where more were given up than are sent at once, the others are said to be left, and follow", async () => {
  const first = givenUp("ana@test.example");
  const row = db.select().from(outboxMessages).where(eq(outboxMessages.id, first)).get()!;
  const others = Array.from({ length: 502 }, (_, each) => ({
    ...{ ...row, id: newId(), subjectId: newId() },
    recipient: `p${each}@test.example`,
  }));
  for (const other of others) db.insert(outboxMessages).values(other).run();
  expect(countGivenUp(db, TEST_NOW)).toBe(503);
  expect((await thrownBy(again)).headers.get("Location")).toBe("/admin/mail?state=failed");
  expect(countGivenUp(db, TEST_NOW)).toBe(3);
  expect((await thrownBy(again)).headers.get("Location")).toBe("/admin/mail?state=queued");
  expect(countGivenUp(db, TEST_NOW)).toBe(0);
});
