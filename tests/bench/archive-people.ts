import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { canonicalJson } from "~/platform/canonical-json";
import { type Database, inTransaction, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { addDays } from "~/platform/time/time-zone";
import { TEST_NOW } from "../support/clock";
import { makeCourse, makeOffering, makePerson, type TestPerson } from "../support/factories";

const MINUTES = 330;

/** People of Highline with so many credits each, and published offerings to look through in the catalog. */
export function insertArchivePeople(db: Database, people: number, creditsEach: number): TestPerson[] {
  const made = Array.from({ length: people }, (_, n) =>
    makePerson(db, { last: `Sample ${n}`, organisation: "Highline" }),
  );
  const registrar = makePerson(db);
  const offered = Array.from({ length: creditsEach }, (_, n) => {
    const courseId = makeCourse(db, { title: `Field science for every classroom, part ${n + 1}` });
    return makeOffering(db, { courseId });
  });
  inTransaction(db, (tx) => {
    offered.forEach(({ id }, n) => {
      for (const person of made)
        insertCredit(tx, { person, registrar, offeringId: id, day: addDays("2025-09-08", n * 9) });
    });
  });
  return made;
}

interface Line {
  person: TestPerson;
  registrar: TestPerson;
  offeringId: string;
  day: string;
}

function insertCredit(tx: Transaction, { person, registrar, offeringId, day }: Line): void {
  const offering = tx.select().from(offerings).where(eq(offerings.id, offeringId)).get()!;
  const claimId = newId();
  const { personId } = person;
  const at = { createdAt: TEST_NOW, updatedAt: TEST_NOW, claimedAt: TEST_NOW };
  tx.insert(claims)
    .values({
      id: claimId,
      offeringId,
      personId,
      status: "posted",
      earnedMinutes: MINUTES,
      requestedMinutes: MINUTES,
      affidavitVersion: "bench",
      affidavitText: "bench",
      ...at,
    })
    .run();
  const snapshot = canonicalJson({
    educator: { personId, legalName: person.name, formerNames: [], certificateNumber: null },
    course: { title: `Field science for every classroom, completed on ${day}` },
    offering: {
      id: offeringId,
      inServiceNumber: offering.inServiceNumber,
      startedOn: day,
      completedOn: day,
      approvedMinutes: MINUTES,
    },
    provider: {
      id: offering.providerId,
      name: "Puget Sound Educational Service District",
      approvalYear: 2025,
      designeeName: null,
      designeeTitle: null,
    },
    instructors: ["Joan Fairbanks"],
    minutes: MINUTES,
    designations: [{ code: "STEM", minutes: MINUTES }],
  });
  tx.insert(credits)
    .values({
      id: newId(),
      claimId,
      version: 1,
      personId,
      offeringId,
      minutes: MINUTES,
      completedOn: day,
      snapshot,
      hash: "bench",
      postedAt: TEST_NOW,
      postedBy: registrar.personId,
    })
    .run();
}
