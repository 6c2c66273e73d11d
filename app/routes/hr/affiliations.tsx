import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UserCheck } from "lucide-react";
import { ANSWER_REFUSALS, answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { TO_CONFIRM_LIST } from "~/hr/confirming/to-confirm-list";
import { listAnswered, toConfirmSource } from "~/hr/confirming/waiting-affiliation.server";
import { AnsweredAffiliations, TO_CONFIRM_CELLS } from "~/hr/confirming/WaitingAffiliations";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { type AffiliationAnswerInput, CHOOSE, listAnswerForm } from "~/people/affiliations/affiliation-answer-form";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";
import { Refused } from "~/ui/Refused";
import { RowCount } from "~/ui/tables/Pagination";
import { TickedNumber } from "~/ui/tables/Selection";

export const meta = () => pageTitle(TO_CONFIRM_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const organisations = listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({
    ...showList(ctx, request, toConfirmSource(ctx)),
    ...listAnswered(ctx),
    options: { organization: organisations.length > 1 ? organisations : [] },
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, listAnswerForm);
  if (!form.ok) return form.reply;
  const { intent, affiliation = [], matching } = form.value;
  const { pathname, search, searchParams } = new URL(request.url);
  const chosen = matching ? listMatchingIds(toConfirmSource(ctx), searchParams) : affiliation;
  if (chosen.length === 0) return form.refuse(CHOOSE, undefined, { status: 400 });
  const outcome = answerAsHr(ctx, { intent, affiliation: chosen });
  if (!outcome.ok) return form.refuse(ANSWER_REFUSALS[outcome.reason]);
  const back = safePath(pathname + search, TO_CONFIRM_LIST.path);
  throw await redirectWithToast(back, SAID[intent](plural(outcome.value, "person", "people")));
}

const SAID: Record<AffiliationAnswerInput["intent"], (people: string) => string> = {
  confirm: (people) => `${people} confirmed. Their hours are in your next export.`,
  disown: (people) => `${people} marked as not yours.`,
  "take-back": (people) => `Taken back: ${people} to confirm again.`,
};

const FORM = "answer";

export default function ToConfirm() {
  const { answered, answeredTotal, options, ...list } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const fromAbove = list.rows.length > 0 && result?.initialValue?.intent !== "take-back";
  const [form] = useServerForm({ id: FORM, lastResult: fromAbove ? result : null });
  return (
    <Page
      title={TO_CONFIRM_LIST.title}
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
      <WorkList
        shape={TO_CONFIRM_LIST}
        list={list}
        options={options}
        cells={TO_CONFIRM_CELLS}
        selection={{
          form: FORM,
          name: "affiliation",
          label: (row) => `Choose ${row.name}`,
          matching: true,
          actions: (
            <FormFrame form={form} className="flex flex-wrap items-center gap-3">
              <SubmitButton intent="confirm" pendingLabel="Confirming …">
                Confirm <TickedNumber form={FORM} name="affiliation" />
              </SubmitButton>
              <SubmitButton intent="disown" variant="secondary">
                Not ours
              </SubmitButton>
            </FormFrame>
          ),
        }}
        empty={
          <EmptyState
            icon={<UserCheck aria-hidden />}
            title="Nobody waits"
            action={
              <LinkButton to="/hr" variant="secondary">
                See your people
              </LinkButton>
            }
          >
            <p>When somebody enters your district on their profile, they come here first.</p>
          </EmptyState>
        }
      />
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
