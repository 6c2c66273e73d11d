import type { ActorContext } from "~/platform/context";
import { listPlanFiles } from "~/renewal/growth-plans/growth-plan.server";
import { issueGrowthPlan } from "~/renewal/growth-plans/plan-document.server";
import { findMyEvidence } from "~/renewal/outside/evidence.server";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";
import { readIssued, readStored, type WantedFile } from "./packed-file.server";

/** What proves a source that was not posted here: a signed growth plan with its files, or the file that was added to hours from elsewhere. */
export const filesOfEntered = (ctx: ActorContext, hours: EarnedHours): WantedFile[] =>
  hours.entered?.kind === "pgp" ? filesOfPlan(ctx, hours) : [fileOfOutside(hours)];

function fileOfOutside({ id, title: what, completedOn }: EarnedHours): WantedFile {
  const title = `Evidence: ${what}`;
  return {
    ...{ sourceId: id, title, on: completedOn },
    make: async (ctx) => {
      const found = findMyEvidence(ctx, id);
      return found ? readStored(title, found) : { missing: `${title}: no file was added that proves it.` };
    },
  };
}

function filesOfPlan({ db }: ActorContext, { id, title, completedOn }: EarnedHours): WantedFile[] {
  const about = { sourceId: id, on: completedOn };
  const files = listPlanFiles(db, id).map((found) => {
    const named = `${title}: ${found.name}`;
    return { ...about, title: named, make: () => readStored(named, found) };
  });
  return [{ ...about, title, make: async (ctx) => readIssued(ctx, title, await issueGrowthPlan(ctx, id)) }, ...files];
}
