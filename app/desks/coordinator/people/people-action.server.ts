import { and, eq, inArray } from "drizzle-orm";
import { registrations } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import { startAction } from "~/desks/started/started-action.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";
import { giveSeat, reinstate, transfer, withdrawByStaff } from "~/registration/staff/staff-registration.server";
import { offeringPeopleSource } from "./offering-people-list.server";
import type { OfferingPeopleForm } from "./people-form";

/** What came of it: something to say, somewhere to go, an action that waits to be called off, or what was wrong. */
type Answer =
  | { ok: true; said: string }
  | { ok: true; to: string }
  | { ok: true; started: Extract<ReturnType<typeof startAction>, { ok: true }> }
  | { ok: false; words: string; field?: string };

const NOBODY: Answer = { ok: false, words: "Choose somebody first." };

/**
 * Runs what the page of an offering's people asks for.
 * @param search the list's state, for everything that it shows
 */
export function runPeopleAction(
  ctx: ScopedContext,
  offering: Offering,
  form: OfferingPeopleForm,
  search: URLSearchParams,
): Answer {
  switch (form.intent) {
    case "invite-again":
      return invite(ctx, offering, null);
    case "withdraw":
    case "give-seat":
    case "reinstate":
    case "transfer":
      return changeOne(ctx, offering, form);
    case "write":
    case "invite-chosen":
    case "withdraw-chosen":
    case "transfer-chosen": {
      const chosen = form.matching
        ? listMatchingIds(offeringPeopleSource(ctx, offering), search)
        : (form.registration ?? []);
      return chosen.length === 0 ? NOBODY : changeChosen(ctx, offering, form, chosen);
    }
  }
}

type ChosenForm = Extract<OfferingPeopleForm, { registration?: string[] | undefined }>;

function changeChosen(ctx: ScopedContext, offering: Offering, form: ChosenForm, chosen: string[]): Answer {
  if (form.intent === "write") {
    const people = listPeople(ctx, offering, chosen).map((personId): [string, string] => ["person", personId]);
    return { ok: true, to: `/facilitator/offerings/${offering.id}/message?${new URLSearchParams(people).toString()}` };
  }
  if (!("reason" in form)) return invite(ctx, offering, listPeople(ctx, offering, chosen));
  const started = startAction(ctx, "change-people", {
    offeringId: offering.id,
    registrationIds: chosen,
    reason: form.reason,
    ...("toOfferingId" in form ? { toOfferingId: form.toOfferingId } : {}),
  });
  return started.ok ? { ok: true, started } : started;
}

function invite(ctx: ScopedContext, offering: Offering, personIds: string[] | null): Answer {
  const started = startAction(ctx, "invite-people", { offeringId: offering.id, personIds });
  return started.ok ? { ok: true, started } : started;
}

type OneForm = Extract<OfferingPeopleForm, { registrationId: string }>;

function changeOne(ctx: ScopedContext, offering: Offering, form: OneForm): Answer {
  const input = { ...form, offeringId: offering.id };
  const outcome =
    input.intent === "transfer"
      ? transfer(ctx, input)
      : { withdraw: withdrawByStaff, "give-seat": giveSeat, reinstate }[input.intent](ctx, input);
  if (!outcome.ok) return { ok: false, words: REGISTRATION_REFUSALS[outcome.reason] };
  const done = {
    withdraw: "The registration is ended",
    "give-seat": "They have a seat",
    reinstate: outcome.value.status === "waitlisted" ? "They are at the end of the waitlist" : "They have a seat",
    transfer: "They are moved to the other dates",
  }[input.intent];
  return { ok: true, said: `${done}, and the person is told by email.` };
}

/** Whose registrations these are, each once; those of other offerings are nobody's here. */
function listPeople(ctx: ScopedContext, offering: Offering, registrationIds: readonly string[]): string[] {
  return ctx.db
    .selectDistinct({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offering.id), inArray(registrations.id, [...registrationIds])))
    .all()
    .map(({ personId }) => personId);
}
