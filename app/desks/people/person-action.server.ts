import { answerAsAdministrator } from "~/hr/confirming/affiliation-answer.server";
import { closeAccount, lockAccount, reopenAccount, unlockAccount } from "~/people/accounts/account-lock.server";
import { proposeAddress } from "~/people/accounts/address-change.server";
import { clearFaultOf } from "~/people/accounts/email-address.server";
import { invitePerson } from "~/people/accounts/invitation.server";
import { sendPasswordReset } from "~/people/accounts/password-reset.server";
import { correctAddress, correctCertificateNumber, correctLegalName } from "~/people/persons/person-correction.server";
import { writeToPerson } from "~/people/persons/person-message.server";
import { addNote, takeBackNote } from "~/people/persons/person-note.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { grantRoleFor } from "~/people/roles/grant-scope.server";
import { revokeGrant } from "~/people/roles/grant.server";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { registerByStaff } from "~/registration/staff/staff-registration.server";
import type { PersonInput, PersonIntent } from "./person-form";
import { PERSON_REFUSALS, type PersonRefusal, REFUSED_FIELDS } from "./person-refusal.server";
import { type PersonRights, type PersonScope, providerFor, rightsIn } from "./person-scope";

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
  register: "register",
  write: "reach",
  "add-note": "reach",
  "take-back-note": "reach",
};

type Answer = { ok: true; said: string } | { ok: false; words: string; field: string | undefined };

/**
 * Lets a form of a person's page be read only by whom it is shown to.
 * @throws Response 404 when the actor's scope does not give the right to what it asks for
 */
export function requireRightTo(scope: PersonScope, intent: FormDataEntryValue | null): void {
  const needed = typeof intent === "string" && Object.hasOwn(NEEDED, intent) ? NEEDED[intent as PersonIntent] : "reach";
  if (!rightsIn(scope)[needed]) throw notFound();
}

/**
 * Does what a form of a person's page asks for, and says it in words. The caller has checked the right to it.
 * @throws Response 404 when the form names a provider that is not the actor's
 */
export function runPersonAction(ctx: ActorContext, personId: string, scope: PersonScope, input: PersonInput): Answer {
  const outcome = isContact(input) ? getInTouch(ctx, personId, scope, input) : carryOut(ctx, personId, input);
  if (outcome.ok) return { ok: true, said: outcome.value };
  return { ok: false, words: PERSON_REFUSALS[outcome.reason], field: REFUSED_FIELDS.get(outcome.reason) };
}

type Said = Outcome<string, PersonRefusal>;

type ContactInput = Extract<PersonInput, { intent: "register" | "write" | "add-note" | "take-back-note" }>;

const isContact = (input: PersonInput): input is ContactInput =>
  ["register", "write", "add-note", "take-back-note"].includes(input.intent);

function getInTouch(ctx: ActorContext, personId: string, scope: PersonScope, input: ContactInput): Said {
  switch (input.intent) {
    case "register":
      return say(registerByStaff({ ...ctx, scopeIds: [...scope.coordinates] }, { ...input, personId }), ({ status }) =>
        status === "waitlisted" ? "Every seat is taken: they wait for one now." : "They are registered.",
      );
    case "write": {
      const { subject, body, nonce } = input;
      const chosen = chooseProvider(scope, input.providerId);
      if (!chosen.ok) return chosen;
      const providerId = chosen.value ?? getHomeProvider(ctx.db).id;
      return say(writeToPerson(ctx, { personId, providerId, subject, body, nonce }), ({ heldBecause }) =>
        heldBecause ? `Kept on this page, and not sent: ${heldBecause}` : "The message is on its way.",
      );
    }
    case "add-note": {
      const { body, nonce } = input;
      const chosen = chooseProvider(scope, input.providerId);
      if (!chosen.ok) return chosen;
      addNote(ctx, { personId, providerId: chosen.value, body, nonce });
      return ok("The note was added.");
    }
    case "take-back-note":
      return say(takeBackNote(ctx, { personId, noteId: input.noteId }), "The note was taken back.");
  }
}

/** The provider for whose staff something is written; null for administrators alone. */
function chooseProvider(scope: PersonScope, wanted: string | undefined): Outcome<string | null, "no-provider"> {
  const chosen = providerFor(scope, wanted);
  if (chosen !== undefined) return ok(chosen);
  if (wanted) throw notFound();
  return refuse("no-provider");
}

function carryOut(ctx: ActorContext, personId: string, input: Exclude<PersonInput, ContactInput>): Said {
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
