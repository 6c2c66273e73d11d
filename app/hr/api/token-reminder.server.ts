import { eq } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { origin } from "~/platform/env.server";
import { formatDate, formatDateTime, plural } from "~/platform/format";
import { dateOf, daysBetween, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { isHrOf } from "~/hr/hr-scope.server";
import type { Compose } from "~/reminders/compose.server";
import { stateOfToken } from "./api-token";

/** A token of a district's payroll that ends soon. */
export const composeTokenEnding: Compose = (tx, ctx, { personId, subjectId }) => {
  const found = tx
    .select({ token: apiTokens, organisation: organisations.name })
    .from(apiTokens)
    .innerJoin(organisations, eq(organisations.id, apiTokens.organisationId))
    .where(eq(apiTokens.id, subjectId))
    .get();
  if (!found || stateOfToken(found.token, ctx.now) !== "works") return { skip: "The token does not work any more." };
  const { token, organisation } = found;
  if (!isHrOf(tx, personId, token.organisationId)) {
    return { skip: "The person is not HR staff of this organization any more." };
  }
  const days = daysBetween(dateOf(ctx.now, REGION_TIME_ZONE), dateOf(token.expiresAt, REGION_TIME_ZONE));
  return {
    kind: "token-ending",
    payload: {
      organisationName: organisation,
      tokenName: token.name,
      ending: token.ending,
      endsAt: formatDateTime(token.expiresAt, REGION_TIME_ZONE),
      howSoon: days > 0 ? `in ${plural(days, "day")}` : "today",
      lastUsed: token.lastUsedAt === null ? "Never" : formatDate(token.lastUsedAt, REGION_TIME_ZONE),
      tokensUrl: `${origin}/hr/api?organization=${token.organisationId}`,
    },
  };
};
