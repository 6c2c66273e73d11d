import { getPerson } from "~/people/persons/person.server";
import { VersionFields } from "~/ui/fields/VersionFields";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CORRECTION_REFUSALS, endMyAffiliation } from "~/hr/confirming/affiliation-correction.server";
import { refuseCorrection } from "~/hr/confirming/refused-correction.server";
import { addAffiliation, removeAffiliation } from "~/people/affiliations/affiliation.server";
import { conflictIn } from "~/people/affiliations/affiliation-conflict";
import { AffiliationSection } from "~/people/affiliations/AffiliationSection";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { requireActor } from "~/people/roles/permission.server";
import { addFormerName, changeFormerName } from "~/people/names/former-name.server";
import { FORMER_NAME_INTENTS, FORMER_NAME_REFUSALS } from "~/people/names/former-name";
import { FormerNameSection } from "~/people/names/FormerNameSection";
import { getProfile, toProfileDraft, updateProfile } from "~/people/persons/profile.server";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { profilePageForm } from "~/people/persons/profile-form";
import { readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { TextArea, TextField } from "~/ui/fields/text-fields";

export const meta = () => pageTitle("Profile");

const REFUSALS = {
  ...CORRECTION_REFUSALS,
  "before-start": "The last day is before the first.",
  "confirmed-already": "This entry was confirmed, so it has counted. Correct it, or enter the last day.",
};

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const profile = getProfile(ctx);
  return data({
    ...profile,
    undrawable: undrawableNamesOf(ctx.db, profile.person),
    base: writeBase(toProfileDraft(profile.person)),
    organisations: listOrganisationOptions(ctx.db),
    today,
  });
}

/** What changes fields of a profile: the person's own word, and what staff corrected. */
const PROFILE_CHANGES = ["person.updated", "person.name-corrected", "person.number-corrected"];

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const fields = await readFields(request, profilePageForm);
  const { personId } = ctx.actor;
  const saved = saveVersioned(
    ctx,
    fields,
    profilePageForm,
    (tx) =>
      fields.get("intent") === "profile"
        ? {
            draft: toProfileDraft(getPerson(tx, personId)),
            change: () => findLastChange(tx, personId, PROFILE_CHANGES),
          }
        : null,
    (value) => (value.intent === "profile" ? updateProfile(ctx, toProfileDraft(value)) : undefined),
  );
  if (saved.reply) return saved.reply;
  const { form } = saved;
  const input = form.value;
  if (input.intent === "profile") throw await redirectWithToast("/profile", "Saved.");
  if (input.intent === "former-name") {
    const outcome = once(ctx, "former name", form.once, () => addFormerName(ctx, input.name));
    if (!outcome.ok) return form.refuse(FORMER_NAME_REFUSALS[outcome.reason], "name");
  } else if ("formerNameId" in input) {
    const outcome = once(ctx, "former name", form.once, () => changeFormerName(ctx, input));
    if (!outcome.ok) return form.refuse(FORMER_NAME_REFUSALS[outcome.reason]);
  } else if (input.intent === "affiliation") {
    const { intent: _intent, ...workplace } = input;
    const outcome = once(ctx, "workplace", form.once, () => addAffiliation(ctx, workplace));
    if (!outcome.ok) return refuseCorrection(form, outcome);
  } else {
    const outcome =
      input.intent === "end-affiliation" ? endMyAffiliation(ctx, input) : removeAffiliation(ctx, input.affiliationId);
    if (!outcome.ok) return form.refuse(REFUSALS[outcome.reason]);
  }
  throw await redirectWithToast("/profile", "Saved.");
}

/** What the fields are called that a collision names. */
const LABELS = {
  legalFirst: "Legal first name",
  legalLast: "Legal last name",
  preferredName: "Preferred name",
  certificateNumber: "Certificate number",
  phone: "Phone",
  accessNeeds: "Access needs",
  dietaryNeeds: "Dietary needs",
};

export default function Profile() {
  const { person, base, affiliations, formerNames, organisations, today, undrawable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  const stale = staleIn(answer);
  const [form, fields] = useServerForm<Record<keyof typeof person, string>>({
    id: "profile",
    lastResult: intent === "profile" ? result : null,
    defaultValue: person,
  });
  return (
    <Page
      title="Profile"
      lead="What documents and your district's HR show of you."
      actions={
        <LinkButton to="/email-address?next=/profile" variant="secondary">
          Change email address
        </LinkButton>
      }
    >
      <UndrawableNotice characters={undrawable} />
      <Section title="About you">
        <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
          <div className={stale ? "sm:col-span-2" : "hidden"}>
            <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
          </div>
          <LegalNameFields fields={fields} legal own />
          <TextField
            field={fields.preferredName}
            label="Preferred name"
            hint="How Hourbook and facilitators address you."
          />
          <TextField
            field={fields.certificateNumber}
            label="Certificate number"
            hint={
              <>
                As OSPI gave it. Never a Social Security number. What it says, and until when, stands on{" "}
                <Link to="/certificate" className="link">
                  My certificate
                </Link>
                .
              </>
            }
          />
          <TextField field={fields.phone} label="Phone" type="tel" autoComplete="tel" />
          <TextArea
            field={fields.accessNeeds}
            label="Access needs"
            hint="Facilitators of your offerings see this."
            rows={2}
          />
          <TextArea field={fields.dietaryNeeds} label="Dietary needs" hint="For sessions with meals." rows={2} />
          <div className="sm:col-span-2">
            <SubmitButton intent="profile">Save profile</SubmitButton>
          </div>
        </FormFrame>
      </Section>
      {intent === "end-affiliation" || intent === "remove-affiliation" ? <Refused result={result} /> : null}
      <AffiliationSection
        affiliations={affiliations}
        organisations={organisations}
        today={today}
        lastResult={intent === "affiliation" ? result : null}
        conflict={conflictIn(answer)}
      />
      {FORMER_NAME_INTENTS.some((each) => each === intent) ? <Refused result={result} /> : null}
      <FormerNameSection names={formerNames} lastResult={intent === "former-name" ? result : null} />
    </Page>
  );
}
