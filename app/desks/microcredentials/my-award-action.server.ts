import type { z } from "zod";
import type { myAwardForm } from "~/microcredentials/awards/award-page-form";
import { AWARD_PAGE_REFUSALS, renewMyBadge, saveAwardPage } from "~/microcredentials/awards/award-page.server";
import { HOURS_REFUSALS } from "~/microcredentials/hours/award-hours";
import { claimAwardHours, takeAwardHoursBack } from "~/microcredentials/hours/award-hours.server";
import type { ActorContext } from "~/platform/context";

export type MyAwardForm = z.output<typeof myAwardForm>;

/** Does what the holder of an award asked for on its page; says what was done, or why not. */
export function runMyAwardAction(
  ctx: ActorContext,
  awardId: string,
  form: MyAwardForm,
): { ok: true; said: string } | { ok: false; words: string } {
  switch (form.intent) {
    case "renew-badge": {
      const outcome = renewMyBadge(ctx, awardId);
      if (!outcome.ok) return { ok: false, words: AWARD_PAGE_REFUSALS[outcome.reason] };
      return { ok: true, said: "A new badge is being signed. Use the new file from now on." };
    }
    case "claim-hours": {
      const outcome = claimAwardHours(ctx, awardId);
      if (!outcome.ok) return { ok: false, words: HOURS_REFUSALS[outcome.reason] };
      return { ok: true, said: "Your hours are claimed. The registrar posts them." };
    }
    case "take-hours-back": {
      const outcome = takeAwardHoursBack(ctx, awardId);
      if (!outcome.ok) return { ok: false, words: HOURS_REFUSALS[outcome.reason] };
      return { ok: true, said: "Your claim is taken back." };
    }
    case "page": {
      const { shown, shownFiles, revision } = form;
      const choice = { shown, shownFiles, revision, isPublic: form.isPublic === "on", inBadge: form.inBadge === "on" };
      const outcome = saveAwardPage(ctx, { awardId, ...choice });
      if (!outcome.ok) return { ok: false, words: AWARD_PAGE_REFUSALS[outcome.reason] };
      const said = outcome.value.isPublic ? "Your page is on." : "Your page is off: nobody sees it.";
      return { ok: true, said: outcome.value.isReplaced ? `${said} A new badge is being signed.` : said };
    }
  }
}
