import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ANSWER_REFUSALS, answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { listToConfirm } from "~/hr/confirming/waiting-affiliation.server";
import { AnsweredAffiliations, WaitingAffiliations } from "~/hr/confirming/WaitingAffiliations";
import { type AffiliationAnswerInput, affiliationAnswerForm } from "~/people/affiliations/affiliation-answer-form";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { Refused } from "~/ui/Refused";
import { SelectedCount, TickedNumber } from "~/ui/tables/Selection";

export const meta = () => pageTitle("Say whether they are yours");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const page = pageOf(new URL(request.url));
  return data({ page, ...listToConfirm(ctx, page) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, affiliationAnswerForm);
  if (!form.ok) return form.reply;
  const outcome = answerAsHr(ctx, form.value);
  if (!outcome.ok) return form.refuse(ANSWER_REFUSALS[outcome.reason]);
  throw await redirectWithToast("/hr/affiliations", SAID[form.value.intent](plural(outcome.value, "person", "people")));
}

const SAID: Record<AffiliationAnswerInput["intent"], (people: string) => string> = {
  confirm: (people) => `${people} confirmed. Their hours are in your next export.`,
  disown: (people) => `${people} marked as not yours.`,
  "take-back": (people) => `Taken back: ${people} to confirm again.`,
};

const FORM = "answer";

export default function ToConfirm() {
  const { waiting, answered, answeredTotal, page, total } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const fromAbove = waiting.length > 0 && result?.initialValue?.intent !== "take-back";
  const [form] = useServerForm({ id: FORM, lastResult: fromAbove ? result : null });
  return (
    <Page
      title="Say whether they are yours"
      lead="These people entered your district on their profile. You see their hours, and they get what your people get, once you have confirmed them."
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
      actions={
        <LinkButton to="/hr/workplaces/new" variant="secondary">
          Somebody is missing
        </LinkButton>
      }
      width="wide"
    >
      {fromAbove ? null : <Refused result={result} />}
      <div className="grid gap-4">
        <RowCount shown={waiting.length} total={total} noun="person" nouns="people" />
        <WaitingAffiliations rows={waiting} form={FORM} />
        {waiting.length > 0 ? (
          <FormFrame form={form} className="flex flex-wrap items-center gap-4">
            <SubmitButton intent="confirm" pendingLabel="Confirming …">
              Confirm <TickedNumber form={FORM} name="affiliation" />
            </SubmitButton>
            <SubmitButton intent="disown" variant="secondary">
              Not ours
            </SubmitButton>
            <SelectedCount form={FORM} name="affiliation" noun="person" nouns="people" />
          </FormFrame>
        ) : null}
        <Pagination page={page} total={total} hrefFor={(each) => `/hr/affiliations?page=${each}`} />
      </div>
      {answered.length > 0 ? (
        <Section
          title="Said recently"
          description="What you said in the last 30 days, latest first. Taking it back puts it on the list above again."
        >
          <RowCount shown={answered.length} total={answeredTotal} noun="person" nouns="people" />
          <AnsweredAffiliations rows={answered} />
        </Section>
      ) : null}
    </Page>
  );
}
