import type { Reader } from "~/platform/database/database.server";
import { inOrder } from "~/renewal/growth-plan-year";
import { listPlanSources } from "~/renewal/growth-plans/plan-sources.server";
import { listOutsideSources } from "~/renewal/outside/outside-sources.server";
import { listEarnedHours } from "./earned-hours.server";
import type { EarnedHours } from "./renewal-sources";

/**
 * Everything of somebody that can count for a renewal or on the ladder, oldest first: what was posted here, what they earned
 * elsewhere, and their signed growth plans, which say so of themselves. Asks nobody for permission.
 */
export const listPersonSources = (db: Reader, personId: string): EarnedHours[] =>
  [...listEarnedHours(db, personId), ...listOutsideSources(db, personId), ...listPlanSources(db, personId)].sort(
    (a, b) => inOrder(a.completedOn, b.completedOn) || inOrder(a.id, b.id),
  );
