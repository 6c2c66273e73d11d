import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountTokens, affiliations, persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { fateInWords } from "~/registration/import/import-fate";
import { readList } from "~/registration/import/import-rows.server";
import { importPeople, planImport } from "~/registration/import/import.server";
import { register } from "~/registration/seats/registration.server";
import { actingAs, countStatements } from "../../support/database";
import { makePerson } from "../../support/factories";
import { messagesOf } from "../../support/outbox";
import { readingsOf } from "../../support/readings";
import { REASON, setUp } from "./set-up";

// What people paste or upload, and what is read of it.
const LISTS: [string, string, unknown[]][] = [
  [
    "one address on a line",
    "a@x.example\n\n B@X.example ",
    [
      { line: 1, email: "a@x.example", first: "", last: "" },
      { line: 3, email: "b@x.example", first: "", last: "" },
    ],
  ],
  [
    "a name with its address",
    "Ana María Sample <ana@x.example>",
    [{ line: 1, email: "ana@x.example", first: "Ana", last: "María Sample" }],
  ],
  [
    "columns without a head",
    "ana@x.example, Ana, Sample",
    [{ line: 1, email: "ana@x.example", first: "Ana", last: "Sample" }],
  ],
  [
    "a head in another order, semicolons and a byte order mark",
    '\uFEFFLast name;First name;Email\r\n"Sample; Jr.";Ana;ana@x.example\r\n',
    [{ line: 2, email: "ana@x.example", first: "Ana", last: "Sample; Jr." }],
  ],
  ["tabs", "Ana\tSample\tana@x.example", [{ line: 1, email: "ana@x.example", first: "Ana", last: "Sample" }]],
  [
    "bad lines keep their number",
    "a@x.example\nnobody\nb@@x",
    [
      { line: 1, email: "a@x.example", first: "", last: "" },
      { line: 2, text: "nobody", reason: "This line has no email address." },
      { line: 3, text: "b@@x", reason: "“b@@x” is no email address." },
    ],
  ],
];

test.each(LISTS)("a list is read: %s", (_name, text, expected) => {
  const { lines, beyond } = readList(text);
  expect({ lines, beyond }).toEqual({ lines: expected, beyond: 0 });
});

test("R8 the dry run says of each line what would happen, and changes nothing", () => {
  const { db, offering, planned } = setUp();
  const inside = makePerson(db);
  register(actingAs(db, inside), { offeringId: offering.id });
  const [second, third] = [makePerson(db), makePerson(db)];
  const teacher = db.select().from(persons).where(eq(persons.legalLast, "Teacher")).get()!;
  const plan = planned(
    [
      inside.email,
      second.email,
      "new@x.example, New, Person",
      third.email,
      "unknown@x.example",
      second.email,
      teacher.email,
      "nonsense",
      "last@x.example, Last, One",
    ].join("\n"),
  );
  expect(plan.rows.map((row) => [row.line, fateInWords(row)])).toEqual([
    [1, "Already in"],
    [2, "Will register"],
    [3, "Will register; unknown, will be invited"],
    [4, "Will wait"],
    [5, "Nobody has this address yet: add the first and the last name."],
    [6, "The same address stands on line 2."],
    [7, "Teaches this offering."],
    [8, "This line has no email address."],
    [9, "No seat and no position on the waitlist is left."],
  ]);
  expect(plan.counts).toEqual({ register: 2, wait: 1, already: 1, bad: 5 });
  expect(db.select().from(registrations).all()).toHaveLength(1);
  expect(db.select().from(persons).where(eq(persons.email, "new@x.example")).all()).toEqual([]);
});

test("R8 carrying out registers everyone as shown, enters and invites who is new, and tells each", () => {
  const { db, offering, planned, carryOut } = setUp();
  const known = [makePerson(db), makePerson(db), makePerson(db)];
  const text = [...known.map(({ email }) => email), "new@x.example, New, Person"].join("\n");
  const plan = planned(text);
  expect(carryOut(text, plan.digest).ok).toBe(true);
  const rows = db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all();
  expect(rows.map(({ status }) => status)).toEqual(["registered", "registered", "registered", "waitlisted"]);
  expect(messagesOf(db, "registered")).toHaveLength(3);
  expect(messagesOf(db, "account-invitation").map(({ recipient }) => recipient)).toEqual(["new@x.example"]);
  expect(db.select().from(accountTokens).all()).toHaveLength(1);
  // Twice is once: everyone is in already.
  expect(planned(text).counts).toEqual({ register: 0, wait: 0, already: 4, bad: 0 });
});

test("all or nothing: one bad line, or seats taken since the dry run, and nobody is registered", () => {
  const { db, offering, planned, carryOut } = setUp();
  const bad = `${makePerson(db).email}\nnonsense`;
  expect(carryOut(bad, planned(bad).digest)).toMatchObject({ reason: "bad-rows" });
  const good = [makePerson(db), makePerson(db), makePerson(db)].map(({ email }) => email).join("\n");
  const { digest } = planned(good);
  register(actingAs(db, makePerson(db)), { offeringId: offering.id });
  expect(carryOut(good, digest)).toMatchObject({ reason: "plan-changed" });
  expect(db.select().from(registrations).all()).toHaveLength(1);
});

test("P2 a foreign coordinator cannot look at a list or carry it out", () => {
  const { db, offering } = setUp();
  const stranger = actingAs(db, makePerson(db), { scopeIds: ["another"] });
  const input = { offeringId: offering.id, list: readList("a@x.example") };
  expect(planImport(stranger, input)).toMatchObject({ reason: "unknown-offering" });
  expect(importPeople(stranger, { ...input, digest: "", reason: REASON })).toMatchObject({
    reason: "unknown-offering",
  });
});

test("P5 looking at a list names whom its addresses bring up, and nobody else", () => {
  const { db, ctx, offering, planned } = setUp();
  const known = [makePerson(db), makePerson(db)];
  makePerson(db);
  const plan = planned(`${known.map(({ email }) => email).join("\n")}\nunknown@x.example, Una, Known`);
  expect(plan.rows.slice(0, 2).map(({ shown }) => shown)).toEqual(known.map(({ name }) => name));
  expect(plan).not.toHaveProperty("personIds");
  const personIds = known.map(({ personId }) => personId).sort();
  expect(readingsOf(db, "registrations.previewed")).toEqual([
    { actorId: ctx.actor.personId, subjectId: offering.id, personIds },
  ]);
});

test("a list of two and one of two hundred are planned with the same number of statements", () => {
  const { db, planned } = setUp(300);
  const list = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@x.example, P, ${i}`).join("\n");
  const few = countStatements(db, () => planned(list(2)));
  expect(countStatements(db, () => planned(list(200)))).toBe(few);
});

test("S1 a list brings where people work, their first day and certificate; nothing is guessed, nothing known is changed", () => {
  const { db, planned, carryOut, offering } = setUp(10);
  const known = makePerson(db, { organisation: "Kent", from: "2024-09-01" });
  db.update(persons).set({ certificateNumber: "111111A" }).where(eq(persons.id, known.personId)).run();
  const head = "email,first,last,district,school,employee id,role,first day,certificate no.";
  const text = [
    head,
    "new@x.example,New,Person,17417,Canyon Creek,00417,Teacher,9/1/2026,512345F",
    `${known.email},,,Kent,,,teacher,2026-09-01,222222B`,
    "half@x.example,Half,Said,Highline,,,teacher,,",
    "gone@x.example,Gone,Place,Atlantis,,,teacher,2026-09-01,",
    "plain@x.example,Plain,Person,,,,,,",
  ].join("\n");
  const fates = planned(text).rows.map(fateInWords);
  expect(fates).toEqual([
    "Will register; unknown, will be invited; adds the workplace in Northshore and the certificate number",
    "Will register",
    "The first day in Highline is missing. It is not guessed: hours reach a district by it.",
    "“Atlantis” is no organization that Hourbook knows: write its name or its code.",
    "Will register; unknown, will be invited",
  ]);
  const good = text
    .split("\n")
    .filter((line) => !/^(half|gone)/.test(line))
    .join("\n");
  expect(carryOut(good, planned(good).digest).ok).toBe(true);
  const entered = db.select().from(persons).where(eq(persons.email, "new@x.example")).get()!;
  expect(entered.certificateNumber).toBe("512345F");
  expect(db.select().from(affiliations).where(eq(affiliations.personId, entered.id)).all()).toMatchObject([
    { roleKind: "teacher", employeeId: "00417", building: "Canyon Creek", fromDate: "2026-09-01", confirmedAt: null },
  ]);
  expect(db.select().from(affiliations).where(eq(affiliations.personId, known.personId)).all()).toHaveLength(1);
  expect(db.select().from(persons).where(eq(persons.id, known.personId)).get()!.certificateNumber).toBe("111111A");
  expect(db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all()).toHaveLength(3);
  const list = (count: number) =>
    [head, ...Array.from({ length: count }, (_, each) => `p${each}@x.example,P,Q,Kent,,,teacher,2026-09-01,`)].join(
      "\n",
    );
  const few = countStatements(db, () => planned(list(2)));
  expect(countStatements(db, () => planned(list(200)))).toBe(few);
});
