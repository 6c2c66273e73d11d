import { eq } from "drizzle-orm";
import type { z } from "zod";
import { formerNames, persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { changesBetween } from "~/platform/audit/changes";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { keepEarlierName, listFormerNameRows } from "~/people/names/former-name.server";
import { legalNameOf } from "./name";
import type { profileForm } from "./profile-form";
import { getPerson } from "./person.server";

type ProfileInput = Omit<z.output<typeof profileForm>, "intent">;

/** The actor's own profile with affiliations, newest first, and former names. */
export function getProfile(ctx: ActorContext) {
  const { personId } = ctx.actor;
  return {
    person: getPerson(ctx.db, personId),
    formerNames: listFormerNameRows(ctx.db, eq(formerNames.personId, personId)),
    affiliations: listAffiliations(ctx.db, personId),
  };
}

/** What the form of a profile shows of a person. */
export const toProfileDraft = (row: ProfileInput): ProfileInput => ({
  legalFirst: row.legalFirst,
  legalLast: row.legalLast,
  preferredName: row.preferredName,
  certificateNumber: row.certificateNumber,
  phone: row.phone,
  accessNeeds: row.accessNeeds,
  dietaryNeeds: row.dietaryNeeds,
});

/** Saves the actor's profile. A legal name that changes is kept as a former name, if it stood for a day. */
export function updateProfile(ctx: ActorContext, input: ProfileInput): void {
  inTransaction(ctx.db, (tx) => {
    const { personId } = ctx.actor;
    const before = getPerson(tx, personId);
    const changed = Object.entries(input).filter(([key, value]) => before[key as keyof ProfileInput] !== value);
    if (changed.length === 0) return;
    keepEarlierName(tx, ctx, before, legalNameOf(input));
    tx.update(persons)
      .set({ ...input, updatedAt: ctx.now })
      .where(eq(persons.id, personId))
      .run();
    recordAudit(tx, ctx, {
      action: "person.updated",
      subjectId: personId,
      personId,
      detail: { fields: changed.map(([key]) => key), changes: changesBetween(identityOf(before), identityOf(input)) },
    });
  });
}

type Identity = Pick<ProfileInput, "legalFirst" | "legalLast" | "preferredName" | "certificateNumber">;

/** Of what somebody corrects on their profile, the log keeps old and new values of who they are; not of what they need. */
const identityOf = ({ legalFirst, legalLast, preferredName, certificateNumber }: Identity) => ({
  legalFirst,
  legalLast,
  preferredName,
  certificateNumber,
});
