import { and, eq, inArray } from "drizzle-orm";
import { affiliations, persons } from "#drizzle/schema/people";
import { providers } from "#drizzle/schema/providers";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { getProvider } from "~/catalog/providers/provider.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { OUTSIDE_ACTIONS, OUTSIDE_CHANGES } from "./outside-changes";
import { isChangeable, type OutsideRefusal } from "./outside-hours";
import { BY_OWN_WORD, findMyOutside, type OutsideRow, recordOutside, write } from "./outside-hours.server";
import { tellDecided, tellSent } from "./outside-message.server";
import { toShownOutside } from "./outside-shown";

/**
 * Whose registrars check what somebody earned elsewhere: those of the district for which they work that day, where it is a
 * provider here, else those of the educational service district.
 */
export function findChecker(db: Reader, personId: string, day: string): { id: string; name: string } {
  const works = db
    .select({ fromDate: affiliations.fromDate, toDate: affiliations.toDate, id: providers.id, name: providers.name })
    .from(affiliations)
    .innerJoin(providers, eq(providers.organisationId, affiliations.organisationId))
    .where(and(isConfirmed, eq(affiliations.personId, personId)))
    .orderBy(affiliations.fromDate, affiliations.id)
    .all();
  const { id, name } = affiliationOn(works, day) ?? getHomeProvider(db);
  return { id, name };
}

/** The actor sends an entry to the registrar; what was returned or taken back can be sent again. */
export function sendOutside(ctx: ActorContext, id: string): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const before = findMyOutside(tx, personId, id);
    if (!before) return refuse("unknown-hours");
    if (!isChangeable(before.state, before.issuer)) return refuse("is-not-changeable");
    if (before.state === "sent") return ok(id);
    const checker = findChecker(tx, personId, dateOf(ctx.now, REGION_TIME_ZONE));
    write(tx, ctx, id, { ...BY_OWN_WORD, state: "sent", providerId: checker.id, sentAt: ctx.now });
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.sent, before);
    tellSent(tx, ctx, { ...before, sentAt: ctx.now }, checker);
    return ok(checker.name);
  });
}

/** The actor calls back what they sent, before a registrar has decided. */
export function callBackOutside(ctx: ActorContext, id: string): Outcome<string, OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findMyOutside(tx, ctx.actor.personId, id);
    if (!before) return refuse("unknown-hours");
    if (before.state !== "sent") return refuse("is-not-changeable");
    write(tx, ctx, id, BY_OWN_WORD);
    recordOutside(tx, ctx, OUTSIDE_ACTIONS.calledBack, before);
    return ok(id);
  });
}

/**
 * What was sent to the actor's providers, with whose it is. Looking is audited (P5).
 * @throws Response 404 for any other
 */
export function getSentOutside(ctx: ScopedContext, id: string) {
  const found = findSent(ctx.db, ctx.scopeIds, id);
  if (!found) throw notFound();
  const { row, person } = found;
  recordReading(ctx, { action: "outside-hours.read", subjectId: id, personIds: [row.personId] });
  const checker = getProvider(ctx.db, row.providerId ?? "").name;
  return {
    shown: toShownOutside({ ...row, checker, issuer: null }),
    seen: row.updatedAt,
    fileName: row.fileName,
    documentCode: row.documentCode,
    name: staffNameOf(person),
    certificateNumber: person.certificateNumber,
    history: listChangeHistory(ctx.db, id, OUTSIDE_CHANGES),
  };
}

function findSent(db: Reader, providerIds: readonly string[], id: string) {
  return db
    .select({ row: outsideHours, person: persons })
    .from(outsideHours)
    .innerJoin(persons, eq(persons.id, outsideHours.personId))
    .where(and(eq(outsideHours.id, id), inArray(outsideHours.providerId, [...providerIds])))
    .get();
}

/** What a registrar decides: `seen` is the version that they looked at, epoch milliseconds. */
export type OutsideDecision =
  | { intent: "accept"; seen: number }
  | { intent: "return"; seen: number; reason: string }
  | { intent: "take-back"; reason: string };

/** A registrar accepts or returns what was sent, or takes back what they had accepted. The person is told. */
export function decideOutside(
  ctx: ScopedContext,
  id: string,
  decision: OutsideDecision,
): Outcome<"accepted" | "returned" | "taken-back", OutsideRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findSent(tx, ctx.scopeIds, id);
    if (!found) return refuse("unknown-hours");
    const { row } = found;
    const refusal = refuseDecision(row, decision);
    if (refusal) return refuse(refusal);
    const { state, action } = DECIDED[decision.intent];
    const reason = "reason" in decision ? decision.reason : null;
    write(tx, ctx, id, { state, reason, decidedAt: ctx.now, decidedBy: ctx.actor.personId });
    recordOutside(tx, ctx, action, row, reason === null ? {} : { reason: [null, reason] });
    tellDecided(tx, ctx, row, { state, reason });
    return ok(state);
  });
}

const DECIDED = {
  accept: { state: "accepted", action: OUTSIDE_ACTIONS.accepted },
  return: { state: "returned", action: OUTSIDE_ACTIONS.returned },
  "take-back": { state: "taken-back", action: OUTSIDE_ACTIONS.takenBack },
} as const;

function refuseDecision(row: OutsideRow, decision: OutsideDecision): OutsideRefusal | null {
  if (decision.intent === "take-back") return row.state === "accepted" ? null : "not-accepted";
  if (row.state !== "sent") return "not-sent";
  return row.updatedAt === decision.seen ? null : "changed-meanwhile";
}
