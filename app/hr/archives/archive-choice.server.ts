import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { octoberOptions, readPeopleFilter } from "~/hr/people/people-filter";
import { periodOptions, readHrPeriod } from "~/hr/people/period";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { dateOf } from "~/platform/time/time-zone";

/**
 * The district, period and filter that the address of HR's people and of their transcripts names.
 * @throws Response 404 for a district that is not the actor's
 */
export function readPeopleChoice(ctx: ScopedContext, search: URLSearchParams) {
  const organisations = listMyOrganisations(ctx);
  const today = dateOf(ctx.now, getHomeProvider(ctx.db).timeZone);
  const period = readHrPeriod(search, today);
  return {
    organisations,
    organisation: chooseOrganisation(organisations, search.get("organization")),
    period,
    periods: periodOptions(today),
    octobers: octoberOptions(today),
    filter: readPeopleFilter(search, period),
  };
}
