import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { grants } from "#drizzle/schema/grants";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { revokeToken } from "~/hr/api/api-token.server";
import type { Database } from "~/platform/database/database.server";
import { at } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { done } from "../support/done";
import { give, makePerson, organisationId, type TestPerson } from "../support/factories";
import { tokenFor } from "../support/hr/payroll";
import { messagesTo, remindersOf, runReminders } from "../support/reminders";

const MADE = at("2027-01-05T09:00");
const RENTON = "Renton";

let db: Database;
let hr: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, RENTON));
});

const desk = () => actingAs(db, hr, { now: MADE, scopeIds: [organisationId(db, RENTON)] });
const due = (person: TestPerson) => remindersOf(db, person, ["token-ending"]);
const told = (person: TestPerson) => messagesTo(db, person).filter(({ kind }) => kind === "token-ending");

test("HR of the district, and nobody else, hears of a token before it ends, and nothing after it is revoked", async () => {
  const kent = makePerson(db);
  give(db, kent, "hr", organisationId(db, "Kent"));
  const { id } = tokenFor(desk(), { days: 60 });
  await runReminders(db, MADE + 1);
  expect(due(hr)).toEqual([
    "token-ending 2027-02-04T08:00 due",
    "token-ending 2027-02-27T08:00 due",
    "token-ending 2027-03-05T08:00 due",
  ]);
  await runReminders(db, at("2027-02-04T08:00"));
  const { name, ending } = db.select().from(apiTokens).where(eq(apiTokens.id, id)).get()!;
  expect(told(hr)).toMatchObject([
    {
      payload: {
        ...{ organisationName: RENTON, tokenName: name, ending, howSoon: "in 30 days", lastUsed: "Never" },
        endsAt: "Sat, Mar 6, 2027 · 9:00 AM PST",
        tokensUrl: expect.stringContaining(`/hr/api?organization=${organisationId(db, RENTON)}`) as string,
      },
    },
  ]);
  done(revokeToken(desk(), id));
  for (const day of ["02-27", "03-05"]) await runReminders(db, at(`2027-${day}T08:00`));
  expect([told(hr).length, told(kent).length]).toEqual([1, 0]);
  expect(due(hr).filter((each) => each.endsWith("due"))).toEqual([]);
});

test("of a token for a week nobody hears weeks before; whoever left HR hears nothing", async () => {
  const colleague = makePerson(db);
  give(db, colleague, "hr", organisationId(db, RENTON));
  tokenFor(desk(), { days: 7 });
  await runReminders(db, MADE + 1);
  expect(due(hr)).toEqual(["token-ending 2027-01-11T08:00 due"]);
  const left = { revokedAt: MADE + 2, revokedBy: hr.personId };
  db.update(grants).set(left).where(eq(grants.personId, colleague.personId)).run();
  await runReminders(db, at("2027-01-11T08:00"));
  expect([told(hr).length, told(colleague).length]).toEqual([1, 0]);
});
