import { ANSWER_REFUSALS } from "~/hr/confirming/affiliation-answer.server";
import { LOCK_REFUSALS } from "~/people/accounts/account-lock.server";
import { INVITATION_REFUSALS } from "~/people/accounts/invitation.server";
import { CORRECTION_REFUSALS } from "~/people/persons/person-correction.server";
import { REGISTRATION_REFUSALS } from "~/registration/seats/refusal";

/** Whatever a form of a person's page can be refused for, in plain words: why, and what to do next. */
export const PERSON_REFUSALS = {
  ...REGISTRATION_REFUSALS,
  ...CORRECTION_REFUSALS,
  ...INVITATION_REFUSALS,
  ...ANSWER_REFUSALS,
  ...LOCK_REFUSALS,
  "already-registered": "This person is registered or waiting there already. Reload the page.",
  "own-offering": "This person teaches that offering, and is on its roster already.",
  "no-fault": "Nobody says any more that mail to this address comes back.",
  "no-provider": "Choose the provider.",
  "no-mail-address": "There is no email address to write to. Enter one first.",
  "mail-comes-back":
    "Mail to this address comes back, so nothing was sent. Call the person, or say that the address works.",
  "unknown-note": "Only its author takes a note back, and once. Reload the page.",
  "enough-links": "Three links went to this address within an hour. Wait, or ask the person to look for them.",
  "unknown-scope": "What the role is for does not exist. Check the in-service number, or choose again.",
  "ambiguous-number": "Two providers use this in-service number. Let a coordinator name the facilitator instead.",
  "unknown-grant": "This person does not have the role any more. Reload the page.",
  "last-administrator": "This is the last administrator who can sign in. Make somebody else one first.",
};

export type PersonRefusal = keyof typeof PERSON_REFUSALS;

/** The field that a refusal is about; the others are about none. */
export const REFUSED_FIELDS = new Map<PersonRefusal, string>([
  ["no-address", "email"],
  ["address-taken", "email"],
  ["same-address", "email"],
  ["same-name", "legalLast"],
  ["same-number", "certificateNumber"],
  ["no-provider", "providerId"],
  ["already-registered", "offeringId"],
  ["own-offering", "offeringId"],
  ["full", "offeringId"],
  ["offering-over", "offeringId"],
  ["not-published", "offeringId"],
]);
