import { ANSWER_REFUSALS, answerAsAdministrator } from "~/hr/confirming/affiliation-answer.server";
import {
  closeAccount,
  LOCK_REFUSALS,
  lockAccount,
  reopenAccount,
  unlockAccount,
} from "~/people/accounts/account-lock.server";
import { proposeAddress } from "~/people/accounts/address-change.server";
import { clearFaultOf } from "~/people/accounts/email-address.server";
import { INVITATION_REFUSALS, invitePerson } from "~/people/accounts/invitation.server";
import { sendPasswordReset } from "~/people/accounts/password-reset.server";
import {
  correctAddress,
  correctCertificateNumber,
  correctLegalName,
  CORRECTION_REFUSALS,
} from "~/people/persons/person-correction.server";
import { grantRoleFor } from "~/people/roles/grant-scope.server";
import { revokeGrant } from "~/people/roles/grant.server";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import type { Outcome } from "~/platform/outcome";
import type { PersonInput, PersonIntent } from "./person-form";
import { type PersonRights, type PersonScope, rightsIn } from "./person-scope";

/** Which right each form of the page needs. */
const NEEDED: Record<PersonIntent, keyof PersonRights> = {
  "correct-name": "correct",
  "correct-number": "correct",
  "correct-address": "reach",
  "propose-address": "administer",
  "clear-fault": "reach",
  invite: "reach",
  "send-reset": "reach",
  lock: "administer",
  unlock: "administer",
  close: "administer",
  reopen: "administer",
  grant: "administer",
  revoke: "administer",
  confirm: "administer",
  disown: "administer",
  "take-back": "administer",
};

const REFUSALS = {
  ...CORRECTION_REFUSALS,
  ...INVITATION_REFUSALS,
  ...ANSWER_REFUSALS,
  ...LOCK_REFUSALS,
  "no-fault": "Nobody says any more that mail to this address comes back.",
  "enough-links": "Three links went to this address within an hour. Wait, or ask the person to look for them.",
  "unknown-scope": "What the role is for does not exist. Check the in-service number, or choose again.",
  "ambiguous-number": "Two providers use this in-service number. Let a coordinator name the facilitator instead.",
  "unknown-grant": "This person does not have the role any more. Reload the page.",
  "last-administrator": "This is the last administrator. Make somebody else one first.",
};

/** The field that a refusal is about; the others are about none. */
const FIELDS = new Map<string, string>([
  ["no-address", "email"],
  ["address-taken", "email"],
  ["same-address", "email"],
  ["same-name", "legalLast"],
  ["same-number", "certificateNumber"],
]);

type Answer = { ok: true; said: string } | { ok: false; words: string; field: string | undefined };

/**
 * Lets a form of a person's page be read only by whom it is shown to.
 * @throws Response 404 when the actor's scope does not give the right to what it asks for
 */
export function requireRightTo(scope: PersonScope, intent: FormDataEntryValue | null): void {
  const needed = typeof intent === "string" && Object.hasOwn(NEEDED, intent) ? NEEDED[intent as PersonIntent] : "reach";
  if (!rightsIn(scope)[needed]) throw notFound();
}

/** Does what a form of a person's page asks for, and says it in words. The caller has checked the right to it. */
export function runPersonAction(ctx: ActorContext, personId: string, input: PersonInput): Answer {
  const outcome = carryOut(ctx, personId, input);
  if (outcome.ok) return { ok: true, said: outcome.value };
  return { ok: false, words: REFUSALS[outcome.reason], field: FIELDS.get(outcome.reason) };
}

type Said = Outcome<string, keyof typeof REFUSALS>;

function carryOut(ctx: ActorContext, personId: string, input: PersonInput): Said {
  switch (input.intent) {
    case "correct-name": {
      const typingMistake = input.typingMistake === "on";
      return say(correctLegalName(ctx, { ...input, personId, typingMistake }), "The legal name was corrected.");
    }
    case "correct-number":
      return say(correctCertificateNumber(ctx, { ...input, personId }), "The certificate number was corrected.");
    case "correct-address":
      return say(correctAddress(ctx, { ...input, personId }), `Mail goes to ${input.email} now.`);
    case "clear-fault":
      return say(clearFaultOf(ctx, personId), "Mail goes to this address again.");
    case "invite":
      return say(
        invitePerson(ctx, { personId, email: input.email }),
        ({ email }) => `An invitation is on its way to ${email}.`,
      );
    case "grant":
      return say(grantRoleFor(ctx, personId, input), "The role was granted.");
    case "revoke":
      return say(revokeGrant(ctx, { personId, grantId: input.grantId }), "The role was taken away.");
    case "confirm":
      return say(answerAsAdministrator(ctx, input), "The workplace is confirmed.");
    case "disown":
      return say(answerAsAdministrator(ctx, input), "The workplace is marked as not theirs.");
    case "take-back":
      return say(answerAsAdministrator(ctx, input), "Taken back. The workplace waits to be confirmed.");
    default:
      return changeAccount(ctx, personId, input);
  }
}

type AccountInput = Extract<
  PersonInput,
  { intent: "propose-address" | "send-reset" | "lock" | "unlock" | "close" | "reopen" }
>;

function changeAccount(ctx: ActorContext, personId: string, input: AccountInput): Said {
  switch (input.intent) {
    case "propose-address":
      return say(
        proposeAddress(ctx, { ...input, personId }),
        ({ email }) => `Both addresses are told. Nothing changes until it is confirmed at ${email}.`,
      );
    case "send-reset":
      return say(
        sendPasswordReset(ctx, personId),
        ({ email }) => `A link to set a new password is on its way to ${email}. It works for an hour.`,
      );
    case "lock":
      return say(lockAccount(ctx, { personId, reason: input.reason }), "The account is locked.");
    case "unlock":
      return say(unlockAccount(ctx, personId), "The account is unlocked.");
    case "close":
      return say(closeAccount(ctx, { personId, reason: input.reason }), "The account is closed.");
    case "reopen":
      return say(reopenAccount(ctx, personId), "The account is open again.");
  }
}

function say<Value, Reason extends string>(
  outcome: Outcome<Value, Reason>,
  words: string | ((value: Value) => string),
): Outcome<string, Reason> {
  if (!outcome.ok) return outcome;
  return { ok: true, value: typeof words === "string" ? words : words(outcome.value) };
}
