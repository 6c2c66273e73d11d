import { getPerson } from "~/people/persons/person.server";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
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
import { ProfileForm } from "~/people/persons/ProfileForm";
import { getProfile, toProfileDraft, updateProfile } from "~/people/persons/profile.server";
import { profilePageForm } from "~/people/persons/profile-form";
import { readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

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

export default function Profile() {
  const { person, base, affiliations, formerNames, organisations, today, undrawable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  const stale = staleIn(answer);
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
        <ProfileForm person={person} base={base} stale={stale} lastResult={intent === "profile" ? result : null} />
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
