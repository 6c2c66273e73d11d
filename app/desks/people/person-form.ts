import { z } from "zod";
import { accountStaffForms } from "~/people/accounts/account-staff-form";
import { affiliationAnswerForm } from "~/people/affiliations/affiliation-answer-form";
import { grantForm, inviteForm, revokeForm } from "~/people/persons/person-admin-form";
import { correctAddressForm, correctNameForm, correctNumberForm } from "~/people/persons/person-correction-form";

/** Everything that a person's page for staff can post. */
export const personForm = z.discriminatedUnion("intent", [
  correctNameForm,
  correctNumberForm,
  correctAddressForm,
  inviteForm,
  ...accountStaffForms,
  grantForm,
  revokeForm,
  affiliationAnswerForm,
]);

export type PersonInput = z.output<typeof personForm>;
export type PersonIntent = PersonInput["intent"];
