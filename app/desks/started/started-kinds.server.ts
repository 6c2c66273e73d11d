import { issueDistrictInvoice, issueInvoices } from "~/billing/invoices/invoice.server";
import { INVOICE_REFUSALS } from "~/billing/fees/refusal";
import type { OfferingPageForm } from "~/catalog/offerings/offering-form";
import { claimRefusalText } from "~/credits/claims/refusal";
import { postClaims } from "~/credits/ledger/posting.server";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { type BulkChange, changeMany } from "~/desks/coordinator/people/bulk-change.server";
import { changeMemberships } from "~/desks/admin/cooperative.server";
import { runOfferingAction } from "~/desks/coordinator/offering-action.server";
import { runRegistrarClaimAction, SAID, wordsOf } from "~/desks/registrar/registrar-claim-action.server";
import { askForWorkplaces } from "~/desks/registrar/without-district.server";
import { ANSWER_REFUSALS, ANSWER_WORDS, answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { HOURS_REFUSALS } from "~/microcredentials/hours/award-hours";
import { postAwardHours } from "~/microcredentials/hours/award-hours.server";
import type { AffiliationAnswerInput } from "~/people/affiliations/affiliation-answer-form";
import type { MembershipForm } from "~/people/organisations/organisation-form";
import type { GrantRole } from "~/people/roles/role";
import { findScope, type ScopedContext } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { formatHours, plural } from "~/platform/format";
import { importRefusalText } from "~/registration/import/import-refusal";
import { importPeople, type ImportInput } from "~/registration/import/import.server";
import { messagePeople, type PeopleMessage } from "~/registration/messages/message-people.server";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";
import { inviteAgainTo } from "~/registration/staff/invite-again.server";

/** What came of it, in words; with a title of what it does, "Post 34 credits", and where its result stands. */
export type StartedAnswer =
  { ok: true; title: string; said: string; to?: string } | { ok: false; words: string; field?: string };

/** What each kind needs to be carried out later, as JSON. */
export interface StartedInputs {
  "post-claims": { claimIds: string[] };
  "post-award-hours": { awardIds: string[] };
  "correct-credit": { claimId: string; minutes: number; reason: string };
  "ask-workplaces": { creditIds: string[] };
  "issue-invoices": { claimIds: string[] };
  "issue-district-invoice": { organisationId: string; purchaseOrder: string; claimIds: string[] };
  "message-people": { offeringId: string; message: PeopleMessage };
  "change-people": BulkChange;
  "invite-people": { offeringId: string; personIds: string[] | null };
  "import-people": ImportInput;
  "answer-affiliations": AffiliationAnswerInput;
  "change-memberships": MembershipForm;
  "change-offering": { offeringId: string; form: OfferingPageForm; registrationIds?: string[] };
}

export type StartedKind = keyof StartedInputs;

type Run<Kind extends StartedKind> = (ctx: ActorContext, input: StartedInputs[Kind]) => StartedAnswer;

/** Runs a command in the scope of a role that the actor holds now; it may have ended since the action was started. */
function within<Input>(
  role: GrantRole,
  run: (ctx: ScopedContext, input: Input) => StartedAnswer,
): (ctx: ActorContext, input: Input) => StartedAnswer {
  return (ctx, input) => {
    const scoped = findScope(ctx, role);
    return scoped ? run(scoped, input) : { ok: false, words: "You no longer have the role that this needs." };
  };
}

/** How each kind is carried out. Every command checks the right to each row again. */
export const RUNS: { [Kind in StartedKind]: Run<Kind> } = {
  "post-claims": within("registrar", (ctx, { claimIds }) => {
    const outcome = postClaims(ctx, claimIds);
    if (!outcome.ok) return { ok: false, words: claimRefusalText(outcome) };
    const credits = plural(outcome.value.length, "credit");
    return { ok: true, title: `Post ${credits}`, said: `${credits} posted.` };
  }),
  "post-award-hours": within("registrar", (ctx, { awardIds }) => {
    const outcome = postAwardHours(ctx, awardIds);
    if (!outcome.ok) return { ok: false, words: HOURS_REFUSALS[outcome.reason] };
    const credits = plural(outcome.value.length, "credit");
    return { ok: true, title: `Post ${credits}`, said: `${credits} posted.`, to: "/registrar/awards" };
  }),
  "correct-credit": within("registrar", (ctx, { claimId, minutes, reason }) => {
    const outcome = runRegistrarClaimAction(ctx, claimId, { intent: "correct", hours: minutes, reason });
    if (!outcome.ok) return { ok: false, ...wordsOf(outcome) };
    return {
      ok: true,
      title: `Correct a posted credit to ${formatHours(minutes)} hours`,
      said: SAID.correct,
      to: `/registrar/claims/${claimId}`,
    };
  }),
  "ask-workplaces": within("registrar", (ctx, { creditIds }) => {
    const outcome = askForWorkplaces(ctx, creditIds);
    if (!outcome.ok)
      return {
        ok: false,
        words: "Nobody was asked: they were asked today already, or have no email address. Look again tomorrow.",
      };
    const people = plural(outcome.value, "person", "people");
    return { ok: true, title: `Ask ${people} where they worked`, said: `${people} asked by mail.` };
  }),
  "issue-invoices": within("registrar", (ctx, input) => {
    const outcome = issueInvoices(ctx, input);
    if (!outcome.ok) return { ok: false, words: INVOICE_REFUSALS[outcome.reason] };
    const [only, ...more] = outcome.value;
    if (only && more.length === 0)
      return {
        ok: true,
        title: "Issue 1 invoice",
        said: `Invoice ${only.number} is issued.`,
        to: `/registrar/invoices/${only.id}`,
      };
    const count = outcome.value.length;
    return {
      ok: true,
      title: `Issue ${count} invoices`,
      said: `${count} invoices are issued.`,
      to: "/registrar/invoices",
    };
  }),
  "issue-district-invoice": within("registrar", (ctx, input) => {
    const outcome = issueDistrictInvoice(ctx, input);
    if (!outcome.ok) return { ok: false, words: INVOICE_REFUSALS[outcome.reason] };
    const settled = plural(input.claimIds.length, "claim is", "claims are");
    return {
      ok: true,
      title: `Issue an invoice for ${plural(input.claimIds.length, "claim")}`,
      said: `Invoice ${outcome.value.number} is issued. ${settled} settled.`,
      to: `/registrar/invoices/${outcome.value.id}`,
    };
  }),
  "message-people": (ctx, { offeringId, message }) => {
    const offering = findMyOffering(ctx.db, ctx, offeringId);
    if (!offering) return { ok: false, words: "You no longer have the right to this offering." };
    const outcome = messagePeople(ctx, offering, message);
    if (!outcome.ok) return { ok: false, words: REGISTRATION_REFUSALS[outcome.reason], field: "statuses" };
    const people = plural(outcome.value.recipients, "person", "people");
    return {
      ok: true,
      title: `Send “${message.subject}”`,
      said: `Your message goes to ${people}.`,
      to: `/facilitator/offerings/${offeringId}/message`,
    };
  },
  "change-people": within("coordinator", (ctx, input) => {
    const { done, refused } = changeMany(ctx, input);
    if (done === 0) return { ok: false, words: refused.join(" ") };
    const people = plural(done, "person", "people");
    const what = input.toOfferingId ? "moved to the other dates" : "withdrawn";
    return {
      ok: true,
      title: `${input.toOfferingId ? "Move" : "Withdraw"} ${people}`,
      said: [`${people} ${what}, and told by mail.`, ...refused].join(" "),
      to: `/coordinator/offerings/${input.offeringId}/people`,
    };
  }),
  "invite-people": within("coordinator", (ctx, { offeringId, personIds }) => {
    const invited = inviteAgainTo(ctx, offeringId, personIds);
    if (!invited.ok)
      return { ok: false, words: "Everybody without an account was invited within the last day already." };
    const people = plural(invited.value, "person", "people");
    return {
      ok: true,
      title: `Invite ${people} again`,
      said: `${people} invited again by mail.`,
      to: `/coordinator/offerings/${offeringId}/people`,
    };
  }),
  "import-people": within("coordinator", (ctx, input) => {
    const outcome = importPeople(ctx, input);
    if (!outcome.ok) return { ok: false, words: importRefusalText(outcome) };
    const { register, wait, bad } = outcome.value.counts;
    const out = bad > 0 ? ` ${plural(bad, "line")} left out.` : "";
    const people = plural(register, "person", "people");
    return {
      ok: true,
      title: `Register ${people}${wait > 0 ? `, and ${wait} on the waitlist` : ""}`,
      said: `${people} registered, ${wait} on the waitlist. Everyone is told by email.${out}`,
      to: `/coordinator/offerings/${input.offeringId}/people`,
    };
  }),
  "answer-affiliations": within("hr", (ctx, input) => {
    const outcome = answerAsHr(ctx, input);
    if (!outcome.ok) return { ok: false, words: ANSWER_REFUSALS[outcome.reason] };
    const { title, said } = ANSWER_WORDS[input.intent];
    const people = plural(outcome.value, "person", "people");
    return { ok: true, title: title(people), said: said(people) };
  }),
  "change-memberships": within("admin", (ctx, form) => {
    const changed = changeMemberships(ctx, form);
    const organisations = plural(changed, "organization");
    return {
      ok: true,
      title: form.change === "join" ? `Let ${organisations} join` : `End the membership of ${organisations}`,
      said: `${plural(changed, "membership")} changed.`,
      to: "/admin/cooperative",
    };
  }),
  "change-offering": within("coordinator", (ctx, { offeringId, form, registrationIds }) => {
    const answer = runOfferingAction(ctx, offeringId, form, registrationIds);
    if (!answer.ok) return answer;
    const title = form.intent === "cancel" ? "Cancel the offering" : "Save the offering";
    return { ok: true, title, said: answer.said, to: `/coordinator/offerings/${offeringId}` };
  }),
};
