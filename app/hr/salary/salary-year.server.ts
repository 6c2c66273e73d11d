import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { readRules } from "~/hr/local-rules/judged-people.server";
import { salaryYearDates, salaryYearInWords, salaryYearOn } from "~/hr/local-rules/local-rule";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { dateOf, daysBetween } from "~/platform/time/time-zone";

/** So many years back can be chosen. */
const YEARS_BACK = 6;

/**
 * The district and the salary year that an address names; without a year, the one that holds today.
 * @throws Response 404 for a district that is not the actor's
 */
export function readSalaryYear(ctx: ScopedContext, search: URLSearchParams) {
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, search.get("organization"));
  const { timeZone } = getHomeProvider(ctx.db);
  const today = dateOf(ctx.now, timeZone);
  const { rules, cutoff } = readRules(ctx.db, organisation.id);
  const current = salaryYearOn(today, rules, cutoff);
  const years = Array.from({ length: YEARS_BACK + 1 }, (_each, back) => current - back);
  const year = years.find((each) => String(each) === search.get("year")) ?? current;
  const dates = salaryYearDates(year, rules, cutoff);
  return {
    ...{ organisations, organisation, timeZone, year, ...dates },
    daysLeft: daysBetween(today, dates.to),
    yearOptions: years.map((each) => ({ value: String(each), label: salaryYearInWords(each) })),
  };
}

export type SalaryYear = ReturnType<typeof readSalaryYear>;
