import { persons } from "#drizzle/schema/people";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { cutoffOn } from "~/hr/local-rules/judged-people.server";
import { isNarrowed, readPeopleFilter } from "~/hr/people/people-filter";
import { wherePeople } from "~/hr/people/people.server";
import { periodOptions, readHrPeriod } from "~/hr/people/period";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { dateOf } from "~/platform/time/time-zone";
import { listExportPeople } from "./export-rows.server";
import { MOST_CHOSEN } from "./making/export-order";

/**
 * What the address of the export's page asks for: whose people, which dates, which rows, and whom alone. People come ticked
 * from the list of people, or by its filter where none is ticked.
 * @throws Response 404 for a district that is not the actor's
 */
export function readExportChoice(ctx: ScopedContext, search: URLSearchParams) {
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, search.get("organization"));
  const today = dateOf(ctx.now, getHomeProvider(ctx.db).timeZone);
  const period = readHrPeriod(search, today, cutoffOn(ctx.db, organisation.id, today));
  const { from, to } = period;
  const onlyNew = search.get("rows") !== "all";
  const asked = search.getAll("person").slice(0, MOST_CHOSEN);
  const personIds =
    asked.length > 0
      ? listExportPeople(ctx.db, organisation, { from, to, onlyNew, personIds: asked })
      : listFiltered(ctx, organisation.id, { from, to }, search);
  const isTooMany = personIds !== null && personIds.length > MOST_CHOSEN;
  return {
    organisations,
    organisation,
    period,
    periods: periodOptions(today, true),
    onlyNew,
    personIds: isTooMany ? null : personIds,
    problem: isTooMany ? "More than 1,000 people match. Choose fewer, or export everybody." : period.problem,
  };
}

/** The people whom the filter of their list means; null where it means everybody. */
function listFiltered(
  ctx: ScopedContext,
  organisationId: string,
  dates: { from: string | null; to: string | null },
  search: URLSearchParams,
): string[] | null {
  const filter = readPeopleFilter(search, dates);
  if (!isNarrowed(filter)) return null;
  return ctx.db
    .select({ id: persons.id })
    .from(persons)
    .where(wherePeople(ctx.db, organisationId, filter))
    .orderBy(...BY_NAME)
    .limit(MOST_CHOSEN + 1)
    .all()
    .map(({ id }) => id);
}
