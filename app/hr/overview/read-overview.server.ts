import { eq } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { countRows } from "~/platform/database/rows.server";
import { type SpareThreads, startThreads } from "~/platform/spare-threads.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { ToldChart } from "./overview";
import { type OverviewScope, tellCharts } from "./overview.server";
import { lastToldDay, listSchoolYears } from "./overview-years";
import type { OverviewJob } from "./overview-worker.server";

/** The charts of a district of so many people are counted at once: to start a thread takes longer. */
const MOST_IN_PLACE = 2_000;
const HEAP_MB = 64;

const threads: SpareThreads<OverviewJob, ToldChart[]> = startThreads("app/hr/overview/overview-worker.server.ts", {
  most: 1,
  heapMb: HEAP_MB,
});

/**
 * A district's overview of one school year, as it may leave the desk (P4): fixed parts, no filters but the year, figures as they were
 * at the end of the last month. That of a large district is counted on a thread of its own, so that no page waits for it.
 */
export async function readOverview(ctx: ScopedContext, organisation: HrOrganisation, wantedYear: string | null) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const until = lastToldDay(today);
  const years = listSchoolYears(until);
  const year = years.find(({ value }) => value === wantedYear) ?? years[0]!;
  recordReading(ctx, {
    action: "hr.overview-read",
    subjectId: organisation.id,
    personIds: [],
    detail: { year: year.label, until },
  });
  const charts = await countCharts(ctx, { organisationId: organisation.id, year, until });
  return { years, year, until, charts };
}

async function countCharts({ db }: ScopedContext, scope: OverviewScope): Promise<ToldChart[]> {
  // A database in memory is seen by no other thread.
  if (db.$client.memory || !isLarge(db, scope.organisationId)) return inReading(db, (tx) => tellCharts(tx, scope));
  return threads.run({ file: db.$client.name, scope });
}

function isLarge(db: Reader, organisationId: string): boolean {
  const theirs = db
    .select({ id: affiliations.personId })
    .from(affiliations)
    .where(eq(affiliations.organisationId, organisationId));
  return countRows(db, theirs.limit(MOST_IN_PLACE + 1)) > MOST_IN_PLACE;
}
