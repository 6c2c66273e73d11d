import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { ROLE_KINDS } from "~/people/roles/role";
import { dateOf } from "~/platform/time/time-zone";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { HOURS_CHOICES } from "~/hr/people/district-person";
import { readHrPeriod } from "~/hr/people/period";

/**
 * The district, period and filter that the address of HR's people and of their transcripts names.
 * @throws Response 404 for a district that is not the actor's
 */
export function readPeopleChoice(ctx: ScopedContext, search: URLSearchParams) {
  const organisations = listMyOrganisations(ctx);
  const period = readHrPeriod(search, dateOf(ctx.now, getHomeProvider(ctx.db).timeZone));
  return {
    organisations,
    organisation: chooseOrganisation(organisations, search.get("organization")),
    period,
    filter: {
      q: search.get("q")?.trim() ?? "",
      roleKind: ROLE_KINDS.find((kind) => kind === search.get("role")) ?? null,
      hours: HOURS_CHOICES.find((each) => each === search.get("hours")) ?? null,
      from: period.from,
      to: period.to,
    },
  };
}
