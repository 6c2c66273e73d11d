import { and, eq, inArray } from "drizzle-orm";
import { organisations, persons } from "#drizzle/schema/people";
import { submittedHours } from "#drizzle/schema/staff/submitted-hours";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { recordSubmitted } from "./submit.server";
import { standsElsewhere } from "./submittable.server";
import { SUBMITTED_ACTIONS, SUBMITTED_CHANGES } from "./submitted-changes";
import type { SubmittedDecision } from "./submitted-form";
import { canDecide, SEEN_STATES, type SubmittedRefusal } from "./submitted-hours";
import { tellSubmittedDecision } from "./submitted-message.server";
import { listSubmittedRows, type SubmissionRow } from "./submitted-rows.server";

/**
 * What was submitted to one of the actor's organisations and is not withdrawn, with whose it is. Looking is audited (P5).
 * @throws Response 404 for any other
 */
export function getSubmitted(ctx: ScopedContext, id: string) {
  const found = findSubmitted(ctx.db, ctx.scopeIds, id);
  if (!found) throw notFound();
  const { row, person, organisation } = found;
  recordReading(ctx, { action: "hr.submitted-read", subjectId: id, personIds: [row.personId] });
  const known = listAffiliationsWithin(ctx.db, row.personId, ctx.scopeIds).length > 0;
  return {
    id,
    state: row.state,
    reason: row.reason,
    seen: row.updatedAt,
    sentAt: row.sentAt,
    consent: row.consent,
    organisation,
    name: staffNameOf(person),
    certificateNumber: person.certificateNumber,
    /** Their page, for somebody whom one of the actor's organisations has confirmed at some time. */
    personPage: known ? `/hr/people/${row.personId}` : null,
    workplace: workplaceOf(ctx, row),
    rows: listSubmittedRows(ctx.db, row, [id]).get(id) ?? [],
    history: listChangeHistory(ctx.db, id, SUBMITTED_CHANGES),
  };
}

/** Whether the person works for the organisation today, as far as HR has said. */
function workplaceOf({ db, now }: ScopedContext, { personId, organisationId }: SubmissionRow) {
  const theirs = listAffiliations(db, personId).filter((each) => each.organisationId === organisationId);
  const today = affiliationOn(
    theirs.filter(({ disownedAt }) => disownedAt === null),
    dateOf(now, REGION_TIME_ZONE),
  );
  if (!today) return "not-today" as const;
  return today.confirmedAt === null ? ("unconfirmed" as const) : ("confirmed" as const);
}

/** P2: of the organisations' own, and not what was withdrawn. */
const findSubmitted = (db: Reader, organisationIds: readonly string[], id: string) =>
  db
    .select({ row: submittedHours, person: persons, organisation: organisations.name })
    .from(submittedHours)
    .innerJoin(persons, eq(persons.id, submittedHours.personId))
    .innerJoin(organisations, eq(organisations.id, submittedHours.organisationId))
    .where(
      and(
        eq(submittedHours.id, id),
        inArray(submittedHours.organisationId, [...organisationIds]),
        inArray(submittedHours.state, [...SEEN_STATES]),
      ),
    )
    .get();

/** HR accepts or returns what was submitted, or takes back what it had accepted. The person is told. */
export function decideSubmitted(
  ctx: ScopedContext,
  id: string,
  decision: SubmittedDecision,
): Outcome<"accepted" | "returned" | "taken-back", SubmittedRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findSubmitted(tx, ctx.scopeIds, id);
    if (!found) return refuse("unknown-submission");
    const { row, organisation } = found;
    if (row.updatedAt !== decision.seen || !canDecide(decision.intent, row.state)) return refuse("changed-meanwhile");
    const { state, action } = DECIDED[decision.intent];
    if (state === "accepted" && standsElsewhere(tx, row)) return refuse("submitted-again");
    const reason = "reason" in decision ? decision.reason : null;
    tx.update(submittedHours)
      .set({ state, reason, decidedAt: ctx.now, decidedBy: ctx.actor.personId, updatedAt: ctx.now })
      .where(eq(submittedHours.id, id))
      .run();
    recordSubmitted(tx, ctx, action, row, reason === null ? {} : { reason: [null, reason] });
    tellSubmittedDecision(tx, ctx, row, organisation, { state, reason });
    return ok(state);
  });
}

const DECIDED = {
  accept: { state: "accepted", action: SUBMITTED_ACTIONS.accepted },
  return: { state: "returned", action: SUBMITTED_ACTIONS.returned },
  "take-back": { state: "taken-back", action: SUBMITTED_ACTIONS.takenBack },
} as const;
