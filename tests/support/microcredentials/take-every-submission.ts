import { asc, eq } from "drizzle-orm";
import { assessments, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission, takeSubmission } from "~/microcredentials/assessment/assess.server";
import { getDatabase } from "~/platform/database/database.server";
import { TEST_NOW } from "../clock";

// An assessor in a process of their own: takes every submission of the database and scores what they got. Says how many of both.

const [assessorId = "", providerId = ""] = process.argv.slice(2);
const db = getDatabase();
const ctx = {
  db,
  now: TEST_NOW,
  actor: { personId: assessorId, accountId: assessorId, name: "Assessor" },
  address: null,
  requestId: null,
  scopeIds: [providerId],
};
let taken = 0;
let scored = 0;
for (const { id } of db.select({ id: submissions.id }).from(submissions).orderBy(asc(submissions.id)).all()) {
  const outcome = takeSubmission(ctx, { submissionId: id, knowsNoConflict: true });
  if (outcome.ok) taken++;
  // Whatever stands there for this assessor is scored, whichever of their processes took it.
  const mine = db
    .select()
    .from(assessments)
    .where(eq(assessments.submissionId, id))
    .all()
    .filter(({ assessorId: holder }) => holder === assessorId);
  for (const { id: assessmentId, criteria } of mine) {
    const scores = criteria.map((criterion) => ({ criterion, level: "demonstrated" as const, comment: "" }));
    if (scoreSubmission(ctx, { assessmentId, scores, draw: () => 1 }).ok) scored++;
  }
}
console.log(`${taken} taken, ${scored} scored`);
