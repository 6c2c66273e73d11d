import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UserCheck } from "lucide-react";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { ANSWER_REFUSALS, ANSWER_WORDS, answerAsHr } from "~/hr/confirming/affiliation-answer.server";
import { ANSWERED_PARAMETER, TO_CONFIRM_LIST } from "~/hr/confirming/to-confirm-list";
import { listAnswered, listBatch, listBatches, toConfirmSource } from "~/hr/confirming/waiting-affiliation.server";
import { SaidRecently, TO_CONFIRM_CELLS } from "~/hr/confirming/WaitingAffiliations";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { CHOOSE, listAnswerForm, type ListAnswerInput } from "~/people/affiliations/affiliation-answer-form";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { asksForAll } from "~/ui/lists/show-all";
import { WorkList } from "~/ui/lists/WorkList";
import { Refused } from "~/ui/Refused";
import { TickedNumber } from "~/ui/tables/Selection";

export const meta = () => pageTitle(TO_CONFIRM_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const all = asksForAll(new URL(request.url).searchParams, ANSWERED_PARAMETER);
  const organisations = listMyOrganisations(ctx).map(({ id, name }) => ({ value: id, label: name }));
  return data({
    ...showList(ctx, request, toConfirmSource(ctx)),
    ...listAnswered(ctx, all),
    batches: listBatches(ctx, all),
    options: { organization: organisations.length > 1 ? organisations : [] },
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, listAnswerForm);
  if (!form.ok) return form.reply;
  const { pathname, search, searchParams } = new URL(request.url);
  const wanted = form.value;
  const chosen = chosenBy(ctx, wanted, searchParams);
  if (chosen.length === 0) return form.refuse(CHOOSE, undefined, { status: 400 });
  const back = safePath(pathname + search, TO_CONFIRM_LIST.path);
  if (wanted.intent === "take-back") {
    const outcome = answerAsHr(ctx, { intent: wanted.intent, affiliation: chosen });
    if (!outcome.ok) return form.refuse(ANSWER_REFUSALS[outcome.reason]);
    throw await redirectWithToast(back, ANSWER_WORDS["take-back"].said(plural(outcome.value, "person", "people")));
  }
  const intent = wanted.intent === "take-back-all" ? "take-back" : wanted.intent;
  const started = once(ctx, "affiliations", form.once, () =>
    startAction(ctx, "answer-affiliations", { intent, affiliation: chosen }),
  );
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, back);
}

/** Whom an answer means: who was ticked, everybody whom the list shows, or everybody of one earlier answer. */
function chosenBy(ctx: ScopedContext, wanted: ListAnswerInput, search: URLSearchParams): string[] {
  if (wanted.intent === "take-back-all") return listBatch(ctx, wanted.at);
  const matching = wanted.intent !== "take-back" && wanted.matching;
  return matching ? listMatchingIds(toConfirmSource(ctx), search) : (wanted.affiliation ?? []);
}

const FORM = "answer";

const TAKES_BACK = ["take-back", "take-back-all"];

export default function ToConfirm() {
  const { answered, answeredTotal, batches, options, ...list } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const fromAbove = list.rows.length > 0 && !TAKES_BACK.some((intent) => intent === result?.initialValue?.intent);
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
      <SaidRecently answered={answered} total={answeredTotal} batches={batches} />
    </Page>
  );
}
