import { and, count, desc, eq } from "drizzle-orm";
import { organisations, persons } from "#drizzle/schema/people";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { listWorkplacesToday } from "~/people/affiliations/workplaces-today.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import { displayNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Changes } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { listSubmittable, type Submittable } from "./submittable.server";
import { SUBMITTED_ACTIONS, SUBMITTED_CHANGES } from "./submitted-changes";
import { consentTo, isWithdrawable, type SubmittedRefusal } from "./submitted-hours";
import { tellSubmitted } from "./submitted-message.server";
import { listSubmittedRows, type SubmissionRow } from "./submitted-rows.server";

/**
 * To which of their workplaces of today the actor can submit what; the one that is wanted, or the first.
 * `chosen` is null for somebody who works nowhere today.
 * @throws Response 404 for a place at which they do not work
 */
export function getSubmitPage(ctx: ActorContext, wanted: string | null) {
  const places = listWorkplacesToday(ctx.db, ctx).map(({ organisationId: id, organisation: name }) => ({ id, name }));
  const chosen = wanted ? places.find(({ id }) => id === wanted) : places[0];
  if (wanted && !chosen) throw notFound();
  if (!chosen) return { places, chosen: null };
  const rows = listSubmittable(ctx.db, ctx.actor.personId, chosen.id).map(({ key, kind, facts }) => ({
    key,
    kind,
    ...facts,
  }));
  return { places, chosen: { ...chosen, consent: consentTo(chosen.name), rows } };
}

/** What was chosen by the keys of its rows, for an organisation. */
interface SubmitInput {
  organization: string;
  row: readonly string[];
}

/** The actor submits hours to HR of a place at which they work today, who are told. Returns the submission's id. */
export function submitHours(ctx: ActorContext, input: SubmitInput): Outcome<string, SubmittedRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const place = listWorkplacesToday(tx, ctx).find(({ organisationId }) => organisationId === input.organization);
    if (!place) return refuse("not-there");
    const { organisationId, organisation } = place;
    const wanted = new Set(input.row);
    const chosen = listSubmittable(tx, personId, organisationId).filter(({ key }) => wanted.has(key));
    if (chosen.length !== wanted.size) return refuse("not-submittable");
    const id = newId();
    const [sentAt, updatedAt] = [ctx.now, ctx.now];
    const row = { id, personId, organisationId, consent: consentTo(organisation), sentAt, updatedAt };
    tx.insert(submittedHours)
      .values({ ...row, state: "sent" })
      .run();
    insertRows(tx, id, chosen);
    recordSubmitted(tx, ctx, SUBMITTED_ACTIONS.sent, row, { rows: [null, chosen.length] });
    tellSubmitted(tx, ctx, row, organisation);
    return ok(id);
  });
}

function insertRows(tx: Transaction, submissionId: string, chosen: readonly Submittable[]): void {
  tx.insert(submittedRows)
    .values(
      chosen.map(({ kind, sourceId, creditId, facts }, position) => ({
        ...{ submissionId, position, kind, sourceId, creditId, facts },
        completedOn: facts.completedOn,
      })),
    )
    .run();
}

/** The actor withdraws what HR has not decided: from then on HR sees nothing of it. */
export function withdrawHours(ctx: ActorContext, id: string): Outcome<string, SubmittedRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findMine(tx, ctx, id);
    if (!found) return refuse("unknown-submission");
    if (found.row.state === "withdrawn") return ok(id);
    if (!isWithdrawable(found.row.state)) return refuse("is-decided");
    tx.update(submittedHours).set({ state: "withdrawn", updatedAt: ctx.now }).where(eq(submittedHours.id, id)).run();
    recordSubmitted(tx, ctx, SUBMITTED_ACTIONS.withdrawn, found.row);
    return ok(id);
  });
}

/** Notes in the audit log what was done to a submission. */
export function recordSubmitted(
  tx: Transaction,
  ctx: ActorContext,
  action: string,
  { id, personId }: Pick<SubmissionRow, "id" | "personId">,
  changes: Changes = {},
): void {
  recordAudit(tx, ctx, { action, subjectId: id, personId, detail: { changes } });
}

/** Everything that the actor ever submitted, the latest first. */
export const listMySubmissions = ({ db, actor }: ActorContext) =>
  db
    .select({
      id: submittedHours.id,
      organisation: organisations.name,
      state: submittedHours.state,
      reason: submittedHours.reason,
      sentAt: submittedHours.sentAt,
      rows: count(submittedRows.position),
    })
    .from(submittedHours)
    .innerJoin(organisations, eq(organisations.id, submittedHours.organisationId))
    .innerJoin(submittedRows, eq(submittedRows.submissionId, submittedHours.id))
    .where(eq(submittedHours.personId, actor.personId))
    .groupBy(submittedHours.id)
    .orderBy(desc(submittedHours.sentAt), desc(submittedHours.id))
    .all();

/**
 * One submission of the actor, with what they agreed to and what became of it.
 * @throws Response 404 for any other
 */
export function getMySubmission(ctx: ActorContext, id: string) {
  const found = findMine(ctx.db, ctx, id);
  if (!found) throw notFound();
  const { row, organisation, decider } = found;
  return {
    id,
    organisation,
    state: row.state,
    reason: row.reason,
    consent: row.consent,
    sentAt: row.sentAt,
    decidedAt: row.decidedAt,
    decidedBy: decider && displayNameOf(decider),
    rows: listSubmittedRows(ctx.db, row, [id]).get(id) ?? [],
    history: listChangeHistory(ctx.db, id, SUBMITTED_CHANGES),
  };
}

const findMine = (db: Reader, { actor }: ActorContext, id: string) =>
  db
    .select({ row: submittedHours, organisation: organisations.name, decider: persons })
    .from(submittedHours)
    .innerJoin(organisations, eq(organisations.id, submittedHours.organisationId))
    .leftJoin(persons, eq(persons.id, submittedHours.decidedBy))
    .where(and(eq(submittedHours.id, id), eq(submittedHours.personId, actor.personId)))
    .get();
