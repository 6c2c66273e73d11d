import { randomInt } from "node:crypto";
import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { awardPages, badges } from "#drizzle/schema/microcredentials/badges";
import { microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { persons } from "#drizzle/schema/people";
import { getProvider } from "~/catalog/providers/provider.server";
import { CODE_LENGTH, groupCode } from "~/documents/issuing/document-code";
import { legalNameOf } from "~/people/persons/name";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { countOf, rowOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { newCode, newSecret } from "~/platform/secrets/codes.server";
import { startOfDate } from "~/platform/time/time-zone";
import type { BadgeEvidence, BadgeParameters } from "./badge";
import { badgeAddresses, STATUS_LIST_LENGTH } from "./badge-address";

export type Badge = typeof badges.$inferSelect;

/** A list is given up when half of it is taken, so that a free place is found at once. */
const MOST_IN_LIST = STATUS_LIST_LENGTH / 2;

/**
 * Writes down what the badge of an award says now, to be signed after the transaction. The one before it, if any, is replaced
 * (M3). `reason` says why; null for the first.
 */
export function prepareBadge(tx: Transaction, ctx: Context, awardId: string, reason: string | null): { id: string } {
  const parameters = readParameters(tx, awardId);
  tx.update(badges)
    .set({ replacedAt: ctx.now })
    .where(and(eq(badges.awardId, awardId), isNull(badges.replacedAt)))
    .run();
  const id = newId();
  tx.insert(badges)
    .values({
      id,
      awardId,
      providerId: parameters.provider.id,
      code: groupCode(newCode(CODE_LENGTH)),
      ...drawPlace(tx, parameters.provider.id),
      parameters,
      madeAt: ctx.now,
      madeBy: ctx.actor?.personId ?? null,
      reason,
    })
    .run();
  return { id };
}

/** A free place in the newest status list of a provider, drawn. */
function drawPlace(tx: Transaction, providerId: string): { statusList: number; statusIndex: number } {
  const newest = tx
    .select({ statusList: badges.statusList, taken: count() })
    .from(badges)
    .where(eq(badges.providerId, providerId))
    .groupBy(badges.statusList)
    .orderBy(desc(badges.statusList))
    .limit(1)
    .get();
  const statusList = !newest ? 1 : newest.taken < MOST_IN_LIST ? newest.statusList : newest.statusList + 1;
  for (;;) {
    const statusIndex = randomInt(STATUS_LIST_LENGTH);
    const there = and(
      eq(badges.providerId, providerId),
      eq(badges.statusList, statusList),
      eq(badges.statusIndex, statusIndex),
    );
    if (countOf(tx.select({ count: count() }).from(badges).where(there)) === 0) return { statusList, statusIndex };
  }
}

/** What the badge of an award would say if it were made now. */
export function readParameters(db: Reader, awardId: string): BadgeParameters {
  const { award, version, person } = rowOf(
    db
      .select({ award: awards, version: microcredentialVersions, person: persons })
      .from(awards)
      .innerJoin(microcredentialVersions, eq(microcredentialVersions.id, awards.versionId))
      .innerJoin(persons, eq(persons.id, awards.personId))
      .where(eq(awards.id, awardId)),
    `award ${awardId}`,
  );
  const { id, name, timeZone } = getProvider(db, award.providerId);
  const { title, competency, method, importance, criteria, alignment, stack, evidence } = version.definition;
  const page = db.select().from(awardPages).where(eq(awardPages.awardId, awardId)).get();
  const named: BadgeEvidence[] =
    page?.isPublic && page.inBadge
      ? evidence
          .filter(({ key }) => page.shown.includes(key))
          .map(({ key, title: part, words }) => ({ key, title: part, words }))
      : [];
  return {
    provider: { id, name },
    microcredential: { id: award.microcredentialId, version: version.number },
    definition: { title, competency, method, importance, criteria, alignment, stack },
    recipient: { email: person.email?.toLowerCase() ?? null, legalName: legalNameOf(person) },
    salts: { email: newSecret(), name: newSecret() },
    awardedOn: award.awardedOn,
    validFrom: startOfDate(award.awardedOn, timeZone),
    validUntil: award.expiresAt,
    evidence: named,
    evidencePage: page && named.length > 0 ? badgeAddresses(origin).awardPage(page.code) : null,
  };
}

/** The badge of an award that stands for it now; null before the first was made. */
export function findCurrentBadge(db: Reader, awardId: string): Badge | null {
  const current = and(eq(badges.awardId, awardId), isNull(badges.replacedAt));
  return db.select().from(badges).where(current).get() ?? null;
}

/** The badge of a code, as it stands in an address; null where none has it. */
export function findBadge(db: Reader, code: string): Badge | null {
  return (
    db
      .select()
      .from(badges)
      .where(eq(badges.code, groupCode(code)))
      .get() ?? null
  );
}

/** All badges that an award has had, oldest first. */
export const listBadges = (db: Reader, awardId: string): Badge[] =>
  db.select().from(badges).where(eq(badges.awardId, awardId)).orderBy(asc(badges.madeAt), asc(badges.id)).all();

/** What of a badge is not so any more: a reason to replace it. */
export function findOutdated(db: Reader, badge: Badge): ("name" | "email" | "date")[] {
  const now = readParameters(db, badge.awardId);
  const { recipient, awardedOn } = badge.parameters;
  const changed: ["name" | "email" | "date", boolean][] = [
    ["name", recipient.legalName !== now.recipient.legalName],
    ["email", recipient.email !== now.recipient.email],
    ["date", awardedOn !== now.awardedOn],
  ];
  return changed.filter(([, is]) => is).map(([what]) => what);
}

/** Whose badge a code is; null where none has it. */
export function findHolder(db: Reader, code: string): string | null {
  const badge = findBadge(db, code);
  if (!badge) return null;
  return db.select({ id: awards.personId }).from(awards).where(eq(awards.id, badge.awardId)).get()?.id ?? null;
}
