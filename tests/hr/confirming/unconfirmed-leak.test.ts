import { beforeEach, expect, test } from "vitest";
import { issueTranscript } from "~/documents/issuing/transcript.server";
import { countExportLines } from "~/hr/exports/export-rows.server";
import { composeNewHours } from "~/hr/cutoff/hr-reminder.server";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import type { Reminder } from "~/reminders/reconcile.server";
import { loader as readDocument } from "~/routes/educator/documents.$id";
import { loader as listPage } from "~/routes/hr/_index";
import { loader as exportPage } from "~/routes/hr/export";
import { loader as personPage } from "~/routes/hr/people.$id";
import { loader as transcripts } from "~/routes/hr/transcripts";
import { action as archive } from "~/routes/hr/transcripts_.archive";
import { TEST_NOW } from "../../support/clock";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { affiliate, give, makePerson, organisationId, type TestPerson } from "../../support/factories";
import { get, post } from "../../support/request";
import { exportNow } from "../../support/hr/exports";

let db: Database;
let hr: TestPerson;
let stranger: TestPerson;
let known: TestPerson;
let documentId: string;
beforeEach(async () => {
  db = useTestDatabase();
  hr = makePerson(db);
  give(db, hr, "hr", organisationId(db, "Highline"));
  known = makePerson(db, { last: "Known", organisation: "Highline" });
  stranger = makePerson(db, { last: "Stranger" });
  affiliate(db, stranger, { organisation: "Highline", employeeId: "009999", from: "2019-09-01", confirmed: false });
  postCreditFor(db, known, { title: "Known course" });
  postCreditFor(db, stranger, { title: "Strange course" });
  const issued = await issueTranscript(actingAs(db, stranger), { personId: stranger.personId });
  if (!issued.ok) throw new Error(issued.reason);
  documentId = issued.value.id;
});

const args = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} });
const staff = () => actingAs(db, hr, { now: TEST_NOW, scopeIds: [organisationId(db, "Highline")] });
const highline = () => listMyOrganisations(staff())[0]!;
const EVERYTHING = { from: null, to: null, onlyNew: false };
const people = async (query = "") => listPage(args(await get(db, `/hr?period=all${query}`, hr)));

/** As the job would find it: the reminder of new hours of this person's district. */
const reminderOf = (person: TestPerson) =>
  ({ personId: person.personId, subjectId: highline().id, occasion: "2027-09-30" }) as Reminder;

/** What HR can reach of the person who says to be theirs. */
async function reach() {
  const archived = (who: TestPerson) => async () => {
    const values = { intent: "prepare", person: [who.personId] };
    return archive(args(await post(db, "/hr/transcripts/archive?period=all", values, hr)));
  };
  const statusOf = async (work: () => Promise<unknown>) => {
    try {
      await work();
      return 200;
    } catch (thrown) {
      return (thrown as Response).status;
    }
  };
  const reminded = inTransaction(db, (tx) => composeNewHours(tx, staff(), reminderOf(hr)));
  const file = await exportNow(staff(), { organisationId: highline().id, ...EVERYTHING });
  return {
    reminded: "kind" in reminded && reminded.kind === "new-hours" ? reminded.payload.lines : reminded,
    listed: (await people()).rows.map((each) => each.name.split(",")[0]),
    total: (await people()).total,
    byName: (await people("&q=Stranger")).total,
    byNumber: (await people("&q=009999")).total,
    byRole: (await people("&role=teacher")).total,
    transcripts: (await transcripts(args(await get(db, "/hr/transcripts?period=all", hr)))).people.length,
    page: await statusOf(async () => personPage(args(await get(db, "/hr/people/x", hr), { id: stranger.personId }))),
    document: await statusOf(async () => readDocument(args(await get(db, "/documents/x", hr), { id: documentId }))),
    archive: await statusOf(archived(stranger)),
    countedOnPage: (await exportPage(args(await get(db, "/hr/export?period=all&rows=all", hr)))).count,
    counted: countExportLines(db, highline(), EVERYTHING),
    exported: file.ok && file.value.csv.includes("Strange course"),
  };
}

test("S1 whoever says to be of a district is in no list, page, search, count, document, archive or export of its HR", async () => {
  expect(await reach()).toEqual({
    listed: ["Known"],
    total: 1,
    byName: 0,
    byNumber: 0,
    byRole: 1,
    transcripts: 1,
    page: 404,
    document: 404,
    archive: 404,
    countedOnPage: 1,
    counted: 1,
    exported: false,
    reminded: "1 line",
  });
});

test("S1 the same person is in all of them once confirmed: what is asked above can find somebody", async () => {
  affiliate(db, stranger, { organisation: "Highline", employeeId: "009999", from: "2019-09-01" });
  expect(await reach()).toMatchObject({
    listed: ["Known", "Stranger"],
    total: 2,
    byName: 1,
    byNumber: 1,
    byRole: 2,
    transcripts: 2,
    page: 200,
    document: 200,
    archive: 200,
    countedOnPage: 2,
    counted: 2,
    exported: true,
    reminded: "2 lines",
  });
});

test("S1 an unconfirmed stretch adds no hours, number or code to a confirmed one", async () => {
  const moved = makePerson(db, { last: "Moved", organisation: "Highline", to: "2027-06-30" });
  for (const [from, to] of [
    ["2018-09-01", "2024-08-31"],
    ["2027-07-01", undefined],
  ] as const) {
    affiliate(db, moved, { organisation: "Highline", employeeId: "008888", from, to, confirmed: false });
  }
  postCreditFor(db, moved, { day: "2024-03-05", title: "Earlier course" });
  postCreditFor(db, moved, { day: "2027-03-10", title: "Confirmed course" });
  const whole = await issueTranscript(actingAs(db, moved), { personId: moved.personId });
  if (!whole.ok) throw new Error(whole.reason);
  const page = await personPage(args(await get(db, "/hr/people/x", hr), { id: moved.personId }));
  expect(page.affiliations).toMatchObject([{ toDate: "2027-06-30" }]);
  expect(page.credits.map(({ title }) => title)).toEqual(["Confirmed course"]);
  expect(page.transcripts).toEqual([]);
  expect((await people("&q=008888")).total).toBe(0);
  expect((await people("&q=Moved")).rows).toMatchObject([{ toDate: "2027-06-30", minutes: 420 }]);
  const file = await exportNow(staff(), { organisationId: highline().id, ...EVERYTHING });
  if (!file.ok) throw new Error(file.reason);
  expect(file.value.csv).toContain("Confirmed course");
  for (const hidden of ["008888", "Earlier course", whole.value.code]) expect(file.value.csv).not.toContain(hidden);
});
