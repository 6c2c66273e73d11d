import { VersionFields } from "~/ui/fields/VersionFields";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mailPreferenceForm } from "~/messages/preferences/mail-preference-form";
import { listMyGrants, requireActor } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { listChoices, saveChoices } from "~/messages/preferences/mail-preference.server";
import {
  CATEGORY_WORDS,
  CHOICE_WORDS,
  MAIL_CHOICES,
  OPTIONAL_CATEGORIES,
  type OptionalCategory,
} from "~/messages/preferences/message-category";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Messages");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const isStaff = listMyGrants(ctx).length > 0;
  return data({
    choices: listChoices(ctx.db, ctx.actor.personId),
    shown: OPTIONAL_CATEGORIES.filter((category) => category !== "desk" || isStaff),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const fields = await readFields(request, mailPreferenceForm);
  const { personId } = ctx.actor;
  const saved = saveVersioned(
    ctx,
    fields,
    mailPreferenceForm,
    (tx) => ({
      draft: listChoices(tx, personId),
      change: () => findLastChange(tx, personId, ["mail-preference.changed"]),
    }),
    (form) => saveChoices(ctx, form),
  );
  if (saved.reply) return saved.reply;
  throw await redirectWithToast("/mail-preferences", "Saved.");
}

const OPTIONS = MAIL_CHOICES.map((value) => ({ value, label: CHOICE_WORDS[value] }));
const LABELS = Object.fromEntries(OPTIONAL_CATEGORIES.map((category) => [category, CATEGORY_WORDS[category].name]));
const CHOICES = Object.fromEntries(
  OPTIONAL_CATEGORIES.map((category) => [category, new Map<unknown, string>(Object.entries(CHOICE_WORDS))]),
);
const ALWAYS = ["account", "seat", "cancellation"] as const;

export default function MailPreferences() {
  const { choices, shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stale = staleIn(answer);
  const [form, fields] = useServerForm<Record<OptionalCategory, string>>({
    lastResult: answer?.result,
    defaultValue: choices,
  });
  return (
    <Page title="Messages" lead="Choose which mail you get from Hourbook, and how." width="narrow">
      <FormFrame form={form}>
        <VersionFields
          base={writeBase(choices)}
          stale={stale}
          changedBy={stale?.change?.by ?? null}
          labels={LABELS}
          options={CHOICES}
        />
        {shown.map((category) => (
          <SelectField
            key={category}
            field={fields[category]}
            label={CATEGORY_WORDS[category].name}
            hint={CATEGORY_WORDS[category].about}
            options={OPTIONS}
            required
          />
        ))}
        <p className="text-soft">What you want once a day comes in one mail at 7:00 in the morning.</p>
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </FormFrame>
      <Section title="What always arrives" description="Without these messages you could lose a seat or your account.">
        <dl className="grid gap-3">
          {ALWAYS.map((category) => (
            <div key={category}>
              <dt className="font-semibold">{CATEGORY_WORDS[category].name}</dt>
              <dd className="text-soft">{CATEGORY_WORDS[category].about}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}
