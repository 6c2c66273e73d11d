import type { Reader } from "~/platform/database/database.server";
import { inOrder } from "~/renewal/growth-plan-year";
import { listOutsideSources } from "~/renewal/outside/outside-sources.server";
import { listEarnedHours } from "./earned-hours.server";
import type { EarnedHours } from "./renewal-sources";

/**
 * Everything of somebody that can count for a renewal or on the ladder, oldest first: what was posted here, and what they earned
 * elsewhere, which says so of itself. Asks nobody for permission.
 */
export const listPersonSources = (db: Reader, personId: string): EarnedHours[] =>
  [...listEarnedHours(db, personId), ...listOutsideSources(db, personId)].sort(
    (a, b) => inOrder(a.completedOn, b.completedOn) || inOrder(a.id, b.id),
  );
