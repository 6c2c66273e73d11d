import { asc, eq } from "drizzle-orm";
import { cooperativeMemberships, organisations } from "#drizzle/schema/people";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { membershipFate } from "./membership";
import type { MembershipForm } from "./organisation-form";
import { byLetters } from "~/platform/database/letter-order.server";

type Row = typeof cooperativeMemberships.$inferSelect;

/** Every organization by name, with its stretches of membership in the cooperative, oldest first. */
export function listMembers(db: Reader) {
  const stretches = Map.groupBy(listStretches(db), ({ organisationId }) => organisationId);
  return db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .orderBy(byLetters(organisations.name))
    .all()
    .map((organisation) => ({ ...organisation, memberships: stretches.get(organisation.id) ?? [] }));
}

/** The stretches of membership of one organization, oldest first. */
export function listMembershipsOf(db: Reader, organisationId: string): Row[] {
  return listStretches(db).filter((row) => row.organisationId === organisationId);
}

/** What a change would do to each organization that was chosen (T8). */
export function planMemberships(db: Reader, { change, date, organisation }: MembershipForm) {
  const wanted = new Set(organisation);
  return listMembers(db)
    .filter(({ id }) => wanted.has(id))
    .map((each) => ({ id: each.id, name: each.name, fate: membershipFate(each.memberships, change, date) }));
}

/** Lets organizations join the cooperative from a day on, or end their membership with a day. Returns those that changed. */
export function writeMemberships(tx: Transaction, ctx: ActorContext, form: MembershipForm): string[] {
  const { date } = form;
  const changing = planMemberships(tx, form).filter(({ fate }) => fate !== "nothing");
  for (const { id: organisationId, fate } of changing) {
    const held = fate === "ends" ? affiliationOn(listMembershipsOf(tx, organisationId), date) : undefined;
    if (held) {
      tx.update(cooperativeMemberships).set({ toDate: date }).where(eq(cooperativeMemberships.id, held.id)).run();
    } else {
      tx.insert(cooperativeMemberships).values({ id: newId(), organisationId, fromDate: date, toDate: null }).run();
    }
    const changes = held ? { memberUntil: [held.toDate, date] } : { memberFrom: [null, date] };
    recordAudit(tx, ctx, {
      action: `organisation.cooperative-${held ? "ended" : "joined"}`,
      subjectId: organisationId,
      detail: { changes },
    });
  }
  return changing.map(({ id }) => id);
}

function listStretches(db: Reader): Row[] {
  return db.select().from(cooperativeMemberships).orderBy(asc(cooperativeMemberships.fromDate)).all();
}
