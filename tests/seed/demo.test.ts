import { expect, test, vi } from "vitest";
import { seedDemo } from "#seed/demo";
import { REPORT_FILE } from "#seed/demo/online-report";
import { getReportPage } from "~/attendance/meetings/report-page.server";
import { takeReport } from "~/attendance/meetings/report.server";
import { ANOMALIES } from "~/attendance/presence/presence";
import { listPresence } from "~/attendance/roster/roster.server";
import type { Database } from "~/platform/database/database.server";
import { listExpiring } from "~/microcredentials/awards/renewal.server";
import { IDLE_MS } from "~/microcredentials/assessment/release.server";
import { nextInWords } from "~/renewal/ladder/ladder-words";
import { evaluateLadder } from "~/renewal/paraeducator";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { progressOf } from "~/renewal/progress/progress";
import { toParaSource } from "~/renewal/progress/renewal-sources";
import { RENEWING_ACCOUNTS } from "#seed/demo/accounts";
import { TEST_NOW } from "../support/clock";
import { actingAs, systemContext, useTestDatabase } from "../support/database";

const rows = (db: Database, sql: string) => db.$client.prepare(sql).all();
const value = (db: Database, sql: string) => db.$client.prepare(sql).pluck().get() as number;

/** The anomalies in all attendance, each as often as it occurs. */
function listAnomalies(db: Database): string[] {
  const offeringIds = db.$client.prepare("select id from offerings").pluck().all() as string[];
  return offeringIds.flatMap((id) =>
    listPresence(db, id).people.flatMap(({ presences }) => presences.flatMap(({ anomalies }) => anomalies)),
  );
}

/** Some say that they work somewhere and wait to be confirmed, one for days with posted hours; all others are confirmed. */
function expectDeclarations(db: Database): void {
  const waiting = `select a.* from affiliations a join organisations o on o.id = a.organisation_id
    where a.confirmed_at is null and a.disowned_at is null and o.name =`;
  expect(rows(db, `${waiting} 'Highline'`)).toHaveLength(7);
  expect(rows(db, `${waiting} 'Kent'`)).toHaveLength(3);
  expect(value(db, "select count(*) from affiliations where disowned_at is not null")).toBe(1);
  expect(value(db, "select count(*) from affiliations where confirmed_at is null")).toBe(11);
  const hoursThen = `select 1 from (${waiting} 'Highline') a join credits c on c.person_id = a.person_id
    and c.completed_on >= a.from_date and c.completed_on <= coalesce(a.to_date, c.completed_on)`;
  expect(rows(db, hoursThen).length).toBeGreaterThan(0);
}

/** HR of both districts has submitted hours to decide, and one submission was accepted. */
function expectSubmissions(db: Database): void {
  const districts = "select count(distinct organisation_id) from submitted_hours where state = 'sent'";
  expect(value(db, districts)).toBeGreaterThanOrEqual(2);
  expect(value(db, "select count(*) from submitted_hours where state = 'accepted'")).toBe(1);
}

/** Portfolios in every state, of which few are late; what the demo's assessor holds is fresh, and the new one is not admitted. */
function expectMicrocredentials(db: Database): void {
  expect(value(db, "select count(*) from microcredentials where state = 'published'")).toBeGreaterThanOrEqual(9);
  expect(value(db, "select count(*) from portfolios")).toBeGreaterThanOrEqual(60);
  expect(value(db, "select count(distinct status) from portfolios")).toBe(6);
  const holds = `select a.claimed_at from assessments a join accounts c on c.person_id = a.assessor_id
    where c.email like 'assessor@%' and a.scored_at is null and a.released_at is null`;
  expect(rows(db, `${holds} and a.claimed_at > ${TEST_NOW - IDLE_MS}`)).toHaveLength(3);
  const waits = "select count(*) from portfolios where status in ('submitted', 'in-review')";
  expect(value(db, `${waits} and promised_at < ${TEST_NOW}`)).toBeLessThan(value(db, waits) / 3);
  const state = (mailbox: string) =>
    db.$client
      .prepare(
        `select distinct s.state from assessor_scopes s join accounts c on c.person_id = s.person_id where c.email = ? order by 1`,
      )
      .pluck()
      .all(`${mailbox}@demo.hourbook.example`);
  expect([state("assessor"), state("assessor-new")]).toEqual([["admitted"], ["calibrating", "invited"]]);
  expect(value(db, "select count(*) from practice_readings")).toBeGreaterThanOrEqual(8);
  expect(value(db, "select count(*) from assessment_evaluations")).toBeGreaterThanOrEqual(20);
  const { id } = db.$client.prepare("select person_id id from accounts where email like 'educator@%'").get() as {
    id: string;
  };
  expect(listExpiring(db, id, TEST_NOW)).toMatchObject([{ title: "Restorative conversations after harm" }]);
}

/** What the pages of those say whose certificates show what a renewal can take. */
function expectRenewing(db: Database): void {
  const today = "2026-10-05";
  const answers = RENEWING_ACCOUNTS.map(({ mailbox }) => {
    const email = `${mailbox}@demo.hourbook.example`;
    const me = db.$client.prepare("select person_id id from accounts where email = ?").get(email) as { id: string };
    const facts = getRenewalFacts(db, me.id);
    const ladder = nextInWords(evaluateLadder(facts.hours.map(toParaSource)));
    return progressOf(facts, today)?.answer ?? ladder;
  });
  expect(answers).toEqual([
    "You need 3 more hours in equity by June 30, 2028.",
    "You need 8 more hours by June 30, 2028, 5 of them in government-to-government relations.",
    "You need 15 more hours by June 30, 2028.",
    "You need 5 more hours in government-to-government relations by June 30, 2028.",
    "You need 11.5 more hours by June 30, 2029.",
    "You need 32 more hours by June 30, 2027, 3 of them in equity.",
    "Next: 17 more hours of the fundamental course of study.",
    "Next: 50 more hours to the general certificate.",
    "Next: 71 more hours to the advanced certificate.",
    "Next: 11 more hours to the advanced certificate.",
  ]);
}

/** The report that lies beside the demo is of its online evening, and knows all but a telephone and a device. */
async function expectReport(db: Database, report: string): Promise<void> {
  const [row] = rows(
    db,
    `select s.id, g.person_id as personId, a.id as accountId from sessions s join offerings o on o.id = s.offering_id
    join grants g on g.offering_id = o.id join accounts a on a.person_id = g.person_id
    where a.email = 'facilitator@demo.hourbook.example' and o.modality = 'online' and s.ends_at < ${TEST_NOW}
    and not exists (select 1 from attendance_marks m where m.session_id = s.id)`,
  ) as { id: string; personId: string; accountId: string }[];
  const me = actingAs(db, { ...row!, name: "" });
  expect(await takeReport(me, row!.id, new File([report], REPORT_FILE))).toMatchObject({ ok: true });
  const [open] = (await getReportPage(me, row!.id)).open;
  expect(open!.badLines).toEqual([]);
  expect(open!.preview!.unknown.map(({ name }) => name)).toEqual(["12065550143", "iPad of room 214"]);
  expect(open!.preview!.known.length).toBeGreaterThanOrEqual(6);
  expect(new Set(open!.preview!.known.map(({ minutes }) => minutes))).toEqual(new Set([114, 99, 120]));
}

test(
  "the demo has the people, courses and hours it promises, and each obeys the rules",
  { timeout: 120_000 },
  async () => {
    const db = useTestDatabase();
    vi.spyOn(console, "log").mockImplementation(() => {});
    const report = await seedDemo(systemContext(db));

    await expectReport(db, report!);
    expect(value(db, "select count(*) from courses where state = 'published'")).toBeGreaterThanOrEqual(40);
    expect(value(db, "select count(distinct program_area) from courses")).toBe(16);
    expect(value(db, "select count(*) from offerings")).toBeGreaterThanOrEqual(120);
    expect(value(db, "select count(*) from providers")).toBeGreaterThanOrEqual(3);
    expect(
      value(db, "select count(distinct person_id) from affiliations where role_kind <> 'other'"),
    ).toBeGreaterThanOrEqual(600);
    expect(value(db, "select count(*) from credits")).toBeGreaterThan(300);
    for (const mailbox of [
      "educator",
      "paraeducator",
      "facilitator",
      "coordinator",
      "assessor",
      "assessor-new",
      "registrar",
      "hr",
      "hr-kent",
      "admin",
    ]) {
      expect(rows(db, `select 1 from accounts where email = '${mailbox}@demo.hourbook.example'`)).toHaveLength(1);
    }

    expectMicrocredentials(db);
    expectSubmissions(db);
    // R2
    const oversold = `select o.id from offerings o join registrations r on r.offering_id = o.id
    where r.status in ('requested', 'offered', 'registered', 'attended', 'partial', 'no-show')
    group by o.id having count(*) > o.capacity`;
    expect(rows(db, oversold)).toEqual([]);
    // T4: claimed ≤ earned ≤ approved
    const beyond = `select c.id from claims c join offerings o on o.id = c.offering_id
    where c.requested_minutes > c.earned_minutes or c.earned_minutes > o.approved_minutes or c.claimed_at < o.ends_at`;
    expect(rows(db, beyond)).toEqual([]);
    // A1: approved before it started
    const late = `select d.id from approval_decisions d join offerings o on o.id = d.offering_id where d.decided_at >= o.starts_at`;
    expect(rows(db, late)).toEqual([]);
    // Nobody sits in two rooms at once.
    const double = `select a.id from sessions a join sessions b on b.starts_at < a.ends_at and a.starts_at < b.ends_at
    and a.offering_id < b.offering_id
    join registrations ra on ra.offering_id = a.offering_id and ra.status in ('registered', 'attended', 'partial')
    join registrations rb on rb.offering_id = b.offering_id and rb.status in ('registered', 'attended', 'partial')
    and rb.person_id = ra.person_id
    where a.own_minutes is null and b.own_minutes is null`;
    expect(rows(db, double)).toEqual([]);
    // T1: each anomaly stands once, to be looked at before attendance is confirmed.
    expect(listAnomalies(db).sort()).toEqual([...ANOMALIES].sort());
    // T9: an example is never sent.
    expect(rows(db, "select distinct state from outbox_messages")).toEqual([{ state: "suppressed" }]);
    expect(value(db, "select count(*) from reminders where state = 'sent'")).toBeGreaterThan(0);
    expect(value(db, "select count(*) from reminders where state = 'due'")).toBeGreaterThan(100);
    expect(value(db, "select count(*) from address_faults")).toBe(2);
    expectDeclarations(db);

    expectRenewing(db);

    const before = value(db, "select count(*) from audit_entries");
    await seedDemo(systemContext(db));
    expect(value(db, "select count(*) from audit_entries")).toBe(before);
  },
);
