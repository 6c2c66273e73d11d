import { submitHours } from "~/hr/submitted/submit.server";
import { listWorkplacesToday } from "~/people/affiliations/workplaces-today.server";
import type { ActorContext, Context } from "~/platform/context";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { decideOutside, sendOutside } from "~/renewal/outside/outside-check.server";
import { enterOutside, findMyOutside } from "~/renewal/outside/outside-hours.server";
import { must } from "./offerings";
import type { DemoParticipation } from "./participation";
import type { DemoPeople, DemoPerson } from "./people";
import type { RenewingPlan } from "./renewing-plan";

const DAY = 86_400_000;

interface Stage {
  people: DemoPeople;
  participation: DemoParticipation;
}

/** What somebody of the demo earned elsewhere: entered, sent nine days ago, and looked at by the registrar. */
export function enterElsewhere(
  ctx: Context,
  { people, participation }: Stage,
  { elsewhere = [] }: RenewingPlan,
  person: DemoPerson,
): void {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const me = people.acting(person, ctx.now - 9 * DAY);
  for (const { input, daysAgo, state } of elsewhere) {
    const completedOn = addDays(today, -daysAgo);
    const dates = { startedOn: addDays(completedOn, -1), completedOn, inPerson: false };
    const id = must(enterOutside(me, { ...input, ...dates }, null));
    if (state === "self-reported") continue;
    must(sendOutside(me, id));
    const seen = findMyOutside(ctx.db, person.personId, id)?.updatedAt ?? 0;
    const registrar = participation.registering(ctx.now - 8 * DAY);
    if (state === "accepted") must(decideOutside(registrar, id, { intent: "accept", seen }));
    if (state === "returned")
      must(
        decideOutside(registrar, id, { intent: "return", seen, reason: "Please add the certificate of attendance." }),
      );
    if (state === "accepted") showToDistrict(people.acting(person, ctx.now - 5 * DAY), id);
  }
}

/** Submits an entry to where the person works, so that a district's HR has something to decide. */
function showToDistrict(me: ActorContext, id: string): void {
  const [place] = listWorkplacesToday(me.db, me);
  if (place) must(submitHours(me, { organization: place.organisationId, row: [`elsewhere-${id}`] }));
}
