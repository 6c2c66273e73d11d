import type { Reader } from "~/platform/database/database.server";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";
import { minutesOfSource } from "~/renewal/renewal-rules";
import { yearInWords } from "./growth-plan";
import { listGrowthPlans } from "./growth-plan.server";

/** Somebody's signed growth plans, as renewals and ladders count them. Asks nobody for permission. */
export const listPlanSources = (db: Reader, personId: string): EarnedHours[] =>
  listGrowthPlans(db, personId).flatMap(({ id, year, state, endedOn, reviewerName, topics }) => {
    if (state !== "signed" || endedOn === null) return [];
    return [
      {
        ...{ id, title: `Growth plan ${yearInWords(year)}`, provider: "Growth plan" },
        ...{ startedOn: endedOn, completedOn: endedOn, designations: [], modality: null, giver: null },
        minutes: minutesOfSource({ kind: "pgp", amount: 1, completedOn: endedOn }),
        entered: {
          kind: "pgp",
          amount: 1,
          goals: topics,
          mark: `Reviewed and signed by ${reviewerName ?? "another educator"}`,
          isVouchedFor: true,
          href: `/certificate/growth-plans/${id}`,
        },
      },
    ];
  });
