import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { accountStaffForms } from "~/people/accounts/account-staff-form";
import { affiliationAnswerForm } from "~/people/affiliations/affiliation-answer-form";
import { grantForm, inviteForm, revokeForm } from "~/people/persons/person-admin-form";
import { personContactForms } from "~/people/persons/person-contact-form";
import { correctAddressForm, correctNameForm, correctNumberForm } from "~/people/persons/person-correction-form";

/** An offering of the actor's, and why; the person reads it. */
const registerPersonForm = z.object({
  intent: z.literal("register"),
  offeringId: requiredText("Choose an offering."),
  reason: requiredText("Say why, in a few words; they read it.", 300),
});

/** Everything that a person's page for staff can post. */
export const personForm = z.discriminatedUnion("intent", [
  correctNameForm,
  correctNumberForm,
  correctAddressForm,
  inviteForm,
  ...accountStaffForms,
  ...personContactForms,
  registerPersonForm,
  grantForm,
  revokeForm,
  affiliationAnswerForm,
]);

export type PersonInput = z.output<typeof personForm>;
export type PersonIntent = PersonInput["intent"];
