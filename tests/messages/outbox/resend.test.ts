import { beforeEach, expect, test } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { auditEntries } from "#drizzle/schema/platform";
import type { Database } from "~/platform/database/database.server";
import { action as resend, loader as show } from "~/routes/admin/mail.$id";
import { loader as list } from "~/routes/admin/mail._index";
import { useTestDatabase } from "../../support/database";
import { give, makePerson, type TestPerson } from "../../support/factories";
import { queueRequired } from "../../support/outbox";
import { get, post, thrownBy } from "../../support/request";

let db: Database;
let admin: TestPerson;
let person: TestPerson;
let id: string;

beforeEach(() => {
  db = useTestDatabase();
  admin = makePerson(db);
  give(db, admin, "admin");
  person = makePerson(db, { first: "Wilhelmina", last: "Quist" });
  id = queueRequired(db, person, {
    calendar: [{ method: "CANCEL", name: "removed.ics", content: "BEGIN:VCALENDAR" }],
  })!;
  db.update(outboxMessages).set({ state: "sent" }).run();
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const again = async (reason: string, messageId = id) =>
  resend(args(await post(db, `/admin/mail/${messageId}`, { reason }, admin), { id: messageId }));
const rows = () => db.select().from(outboxMessages).all();

test("a message is sent again as one of its own, with a reason that is kept", async () => {
  const answer = await thrownBy(() => again("It never arrived."));
  expect(answer.headers.get("Location")).toBe(`/admin/mail/${rows()[1]!.id}`);
  const [first, second] = rows();
  expect(second).toMatchObject({ resendOf: id, state: "queued", payload: first!.payload, calendar: first!.calendar });
  expect(db.select().from(auditEntries).all().at(-1)).toMatchObject({
    action: "message.resent",
    actorId: admin.personId,
    detail: { reason: "It never arrived." },
  });
});

test("a repetition that waits is not repeated, and one without a reason is not sent", async () => {
  await thrownBy(() => again("It never arrived."));
  expect((await again("Pressed twice.")).data.result.error).toBeTruthy();
  expect((await again(" ")).data.result.error).toMatchObject({ reason: ["Say why it is sent again."] });
  expect(rows()).toHaveLength(2);
  db.update(outboxMessages).set({ state: "sent" }).run();
  await thrownBy(() => again("Still not there."));
  expect(rows()).toHaveLength(3);
});

test("a message whose link was forgotten cannot be sent again", async () => {
  db.update(outboxMessages).set({ kind: "reset-password" }).run();
  const reply = await again("It never arrived.");
  expect(JSON.stringify(reply.data.result.error)).toContain("ask for a new one");
  expect(rows()).toHaveLength(1);
});

test("messages are found by their person's name, and the page names the calendar entries", async () => {
  const found = async (to: string) => (await list(args(await get(db, `/admin/mail?to=${to}`, admin)))).total;
  expect([await found("wilhelm"), await found("quist%20wil"), await found("nobody")]).toEqual([1, 1, 0]);
  const { message } = await show(args(await get(db, `/admin/mail/${id}`, admin), { id }));
  expect(message).toMatchObject({ canResend: true, calendars: [{ method: "CANCEL", name: "removed.ics" }] });
});

test("only administrators send again", async () => {
  const request = await post(db, `/admin/mail/${id}`, { reason: "It never arrived." }, person);
  expect((await thrownBy(() => resend(args(request, { id })))).status).toBe(403);
});
