import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines } from "#drizzle/schema/hr";
import { creditEvents } from "#drizzle/schema/staff/hr-api";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { exportedVersions, lastExported } from "./export-line.server";

const told = alias(creditEvents, "told");
const later = alias(creditEvents, "told_later");

/**
 * S4, as a condition on `credits`: the version that an organisation has by its exports of hours that it does not see any more (S1), because
 * a workplace was corrected or submitted hours are accepted no longer. The few that were ever withdrawn are where it begins.
 */
export const isToWithdraw = (organisation: HrOrganisation): SQL => sql`${credits.id} in (
    select ${lastExported(organisation, {
      says: sql`iif(${hrExportLines.withdrawn}, null, ${exportedVersions.id})`,
      of: sql`(${exportedVersions.claimId} = ${told.subjectId} or ${exportedVersions.awardId} = ${told.subjectId})`,
    })}
    from ${creditEvents} as ${sql.identifier("told")}
    where ${eq(told.organisationId, organisation.id)} and ${told.type} = 'withdrawn'
      and not exists (
        select 1 from ${creditEvents} as ${sql.identifier("told_later")}
        where ${later.subjectId} = ${told.subjectId} and ${later.organisationId} = ${told.organisationId}
          and ${later.sequence} > ${told.sequence}))`;
