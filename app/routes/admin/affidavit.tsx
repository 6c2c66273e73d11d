import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AFFIDAVIT_REFUSALS, changeAffidavit, getAffidavitPage } from "~/credits/claims/affidavit.server";
import { affidavitForm } from "~/credits/claims/affidavit-form";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { addDays, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Status, type Tone } from "~/ui/Status";

export const meta = () => pageTitle("Affidavit");

export async function loader({ request }: LoaderFunctionArgs) {
  const page = getAffidavitPage(await requireRole(request, "admin"));
  return data({ ...page, tomorrow: addDays(page.today, 1) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, affidavitForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "affidavit", form.once, () => changeAffidavit(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/admin/affidavit", outcome.value);
  const { words, field } = AFFIDAVIT_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

const STATES: Record<"coming" | "in-force" | "past", { tone: Tone; word: string }> = {
  coming: { tone: "waiting", word: "Coming" },
  "in-force": { tone: "good", word: "In force" },
  past: { tone: "ended", word: "Past" },
};

type Text = ReturnType<typeof useLoaderData<typeof loader>>["texts"][number];

export default function AffidavitPage() {
  const { texts, history } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isPlan = result?.initialValue?.intent === "plan-affidavit";
  return (
    <Page
      title="Affidavit"
      lead="What people agree to when they claim hours. A claim keeps the words under which it was made."
    >
      {isPlan ? null : <Refused result={result} />}
      {texts.map((text) => (
        <Version key={text.version} text={text} />
      ))}
      <PlanText lastResult={isPlan ? result : null} />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}

function Version({ text: { version, fromDate, text, claims, state, deletable } }: { text: Text }) {
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          Version {version}
          <Status tone={STATES[state].tone}>{STATES[state].word}</Status>
        </span>
      }
      description={`For claims from ${formatPlainDate(fromDate)} on. ${plural(claims, "claim was", "claims were")} made under it.`}
      actions={
        deletable ? (
          <ConfirmDialog
            trigger="Delete"
            size="sm"
            title={`Delete version ${version}?`}
            confirmLabel="Delete the text"
            intent="delete-affidavit"
            values={{ version }}
          >
            <p>Nobody agreed to it. The text before it goes on.</p>
          </ConfirmDialog>
        ) : null
      }
    >
      <blockquote className="max-w-[65ch] border-l-3 border-line pl-4">{text}</blockquote>
    </Section>
  );
}

function PlanText({ lastResult }: Pick<Parameters<typeof useServerForm>[0], "lastResult">) {
  const { texts, tomorrow } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<Record<"fromDate" | "text", string>>({
    id: "affidavit",
    lastResult,
    defaultValue: { text: texts[0]?.text },
  });
  return (
    <Section
      title="Plan another text"
      description="It must say that the hours were earned by actual attendance, that no college credit is sought for the same course, and that it is declared under penalty of perjury."
    >
      <FormFrame key={texts.length} form={form} className="grid max-w-3xl gap-5">
        <TextField field={fields.fromDate} label="For claims from" type="date" min={tomorrow} required />
        <TextArea field={fields.text} label="Text" rows={6} maxLength={2000} required />
        <div>
          <SubmitButton intent="plan-affidavit">Plan this text</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
