import { eq } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { staffListLines } from "#drizzle/schema/staff/staff-lists";
import {
  type Affiliation,
  checkAffiliation,
  insertAffiliation,
  writeAffiliation,
} from "~/people/affiliations/affiliation.server";
import { markConfirmed } from "~/people/affiliations/affiliation-answer.server";
import { removeEntered, restoreAffiliation } from "~/people/affiliations/affiliation-restore.server";
import { enterPerson, removeUnusedPerson } from "~/people/persons/unused-person.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { ActorContext, Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

export type StaffListLine = typeof staffListLines.$inferSelect;

/** Why a line could not be carried out as it was planned. */
export type LineFault = "changed-meanwhile" | "address-taken" | "overlaps" | "own-affiliation" | "unknown-organisation";

const FAULTS: Record<LineFault, string> = {
  "changed-meanwhile": "the entry was changed meanwhile",
  "address-taken": "somebody has got this email address meanwhile",
  overlaps: "another entry of theirs holds these days since",
  "own-affiliation": "it is the workplace of whoever imports the list",
  "unknown-organisation": "the organization is not there any more",
};

/** "Line 7 (Sample, Ana): the entry was changed meanwhile." */
export const faultInWords = ({ line, name }: StaffListLine, fault: LineFault): string =>
  `${line === null ? name : `Line ${line} (${name})`}: ${FAULTS[fault]}.`;

/** Carries one line out, exactly as it was planned: whatever stands otherwise since is a fault of the whole list. */
export function applyLine(tx: Transaction, ctx: ActorContext, line: StaffListLine): Outcome<null, LineFault> {
  if (line.personId === ctx.actor.personId) return refuse("own-affiliation");
  const done = line.effect === "start" ? startEntry(tx, ctx, line) : changeEntry(tx, ctx, line);
  if (!done.ok) return done;
  const after = findEntry(tx, done.value)!;
  const { id: affiliationId, personId } = after;
  tx.update(staffListLines)
    .set({ appliedAt: ctx.now, affiliationId, personId, after })
    .where(eq(staffListLines.id, line.id))
    .run();
  return ok(null);
}

function startEntry(tx: Transaction, ctx: ActorContext, line: StaffListLine): Outcome<string, LineFault> {
  const entered = line.newPerson ? enterPerson(tx, ctx, line.newPerson) : ok(line.personId!);
  if (!entered.ok) return entered;
  const possible = checkAffiliation(tx, entered.value, line.input!);
  if (!possible.ok) return possible;
  return ok(insertAffiliation(tx, ctx, entered.value, line.input!, { confirmed: true }));
}

function changeEntry(tx: Transaction, ctx: ActorContext, line: StaffListLine): Outcome<string, LineFault> {
  const before = findEntry(tx, line.affiliationId!);
  if (!before || !isSame(before, line.before)) return refuse("changed-meanwhile");
  if (line.effect === "confirm") {
    markConfirmed(tx, ctx, { affiliationIds: [before.id], organisationIds: [before.organisationId] });
    return ok(before.id);
  }
  const possible = checkAffiliation(tx, before.personId, line.input!, before);
  if (!possible.ok) return possible;
  writeAffiliation(tx, ctx, before, line.input!, "staff-list");
  return ok(before.id);
}

/**
 * Takes one line back: the entry stands again as it was, and a record that came by it goes. What somebody changed since
 * stays as they made it.
 * @returns whether it was taken back
 */
export function takeBackLine(tx: Transaction, ctx: Context, line: StaffListLine): boolean {
  const now = findEntry(tx, line.affiliationId!);
  const isTaken = now !== null && isSame(now, line.after);
  if (isTaken && line.effect === "start") {
    removeEntered(tx, ctx, now);
    if (line.newPerson) removeUnusedPerson(tx, ctx, now.personId);
  } else if (isTaken) restoreAffiliation(tx, ctx, now, line.before as unknown as Affiliation);
  tx.update(staffListLines)
    .set({ appliedAt: null, ...(!isTaken && { reason: "Changed since the import, so it stays as it is." }) })
    .where(eq(staffListLines.id, line.id))
    .run();
  return isTaken;
}

const findEntry = (db: Reader, id: string): Affiliation | null =>
  db.select().from(affiliations).where(eq(affiliations.id, id)).get() ?? null;

const isSame = (now: Affiliation, kept: Record<string, unknown> | null): boolean =>
  kept !== null && canonicalJson(now) === canonicalJson(kept);
