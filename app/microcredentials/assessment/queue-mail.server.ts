import { and, eq, isNull, sql } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import { outboxMessages } from "#drizzle/schema/messages";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { plural } from "~/platform/format";
import { eachDue } from "~/platform/jobs/each-due.server";
import { dateOf, REGION_TIME_ZONE, wallDay } from "~/platform/time/time-zone";
import { promisedLines } from "./promised";
import { MOST_WAITING } from "./assessment";
import { listWaiting } from "./waiting.server";

/** From when in the day assessors are told, as wall time in the region. */
const FROM = "07:00";

/** Tells assessors for whom something waits, at most once a day, from the morning on. Returns how many. */
export function tellAssessorsOfQueue(ctx: Context): number {
  if (ctx.now < wallDay(ctx.now, 0, FROM, REGION_TIME_ZONE)) return 0;
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  return eachDue(ctx, {
    kind: "assessor-queue",
    // All of them, whatever the limit: most have nothing to be told, and stand here again an hour later.
    list: (db, isTried) =>
      db
        .selectDistinct({ id: assessorScopes.personId })
        .from(assessorScopes)
        .innerJoin(grants, isRoleOf)
        .where(and(eq(assessorScopes.state, "admitted"), isNotTold(today), isTried(assessorScopes.personId)))
        .all()
        .map(({ id }) => id),
    process: (personId) => inTransaction(ctx.db, (tx) => tellOne(tx, ctx, personId, today)),
  });
}

const isRoleOf = and(
  eq(grants.personId, assessorScopes.personId),
  eq(grants.providerId, assessorScopes.providerId),
  eq(grants.role, "assessor"),
  isNull(grants.revokedAt),
);

function isNotTold(today: string) {
  const told = and(
    eq(outboxMessages.kind, "assessor-queue"),
    eq(outboxMessages.personId, assessorScopes.personId),
    eq(outboxMessages.occasion, today),
  );
  return sql`not exists (select 1 from ${outboxMessages} where ${told})`;
}

function tellOne(tx: Transaction, ctx: Context, personId: string, today: string): number {
  const scopeIds = listProvidersOf(tx, personId);
  const waiting = listWaiting({ db: tx, now: ctx.now, actor: { personId }, scopeIds });
  if (waiting.length === 0) return 0;
  const person = getPerson(tx, personId);
  const written = enqueueMessage(tx, ctx, {
    kind: "assessor-queue",
    subjectId: personId,
    personId,
    recipient: person.email,
    occasion: today,
    payload: {
      personName: displayNameOf(person),
      waiting:
        waiting.length < MOST_WAITING ? plural(waiting.length, "portfolio") : `${MOST_WAITING} or more portfolios`,
      items: promisedLines(waiting, REGION_TIME_ZONE),
      queueUrl: `${origin}/assessor`,
    },
  });
  return written === null ? 0 : 1;
}

function listProvidersOf(db: Reader, personId: string): string[] {
  const live = and(eq(grants.personId, personId), eq(grants.role, "assessor"), isNull(grants.revokedAt));
  return db
    .select({ providerId: grants.providerId })
    .from(grants)
    .where(live)
    .all()
    .flatMap(({ providerId }) => providerId ?? []);
}
