import { asc, eq, isNull } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { claimAwardHours, postAwardHours } from "~/microcredentials/hours/award-hours.server";
import { findApproval, approveHours, declineHours } from "~/microcredentials/hours/hours-decision.server";
import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { must } from "./offerings";
import type { DemoPeople } from "./people";

const DAY = 86_400_000;

/** The committee decides on the hours that micro-credentials ask for: the last of them, it declines. */
export function decideHours(tx: Transaction, coordinator: ScopedContext, ids: readonly string[]): void {
  const asking = ids.filter((id) => (findActiveVersion(tx, id)?.definition.minutes ?? 0) > 0);
  const committeeMetOn = addDays(dateOf(coordinator.now, REGION_TIME_ZONE), -2);
  asking.forEach((microcredentialId, index) => {
    const decision = { microcredentialId, committeeMetOn };
    if (index < asking.length - 1) must(approveHours(coordinator, decision));
    else must(declineHours(coordinator, { ...decision, note: "Say how many hours of practice it takes." }));
  });
}

/** Some who were awarded hours have claimed them; the first is posted, the others wait for the registrar. */
export function claimHours(
  tx: Transaction,
  { people, psesd, now }: { people: DemoPeople; psesd: string; now: number },
): void {
  const registrar: ScopedContext = { ...people.acting(people.account("registrar"), now - DAY), scopeIds: [psesd] };
  const rows = tx
    .select({ award: awards, accountId: accounts.id })
    .from(awards)
    .innerJoin(accounts, eq(accounts.personId, awards.personId))
    .where(isNull(awards.revokedAt))
    .orderBy(asc(awards.id))
    .all()
    .filter(({ award }) => findApproval(tx, award.versionId, award.awardedAt) !== null);
  rows.slice(0, 5).forEach(({ award, accountId }, index) => {
    const actor = { personId: award.personId, accountId, name: "" };
    must(claimAwardHours({ ...people.acting(people.account("registrar"), now - 2 * DAY), actor }, award.id));
    if (index === 0) must(postAwardHours(registrar, [award.id]));
  });
}
