import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { getContext } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { passRetryAfter, slowDown } from "~/platform/http/slow-down.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { PLAN_REFUSALS } from "~/renewal/growth-plans/growth-plan";
import { reviewForm } from "~/renewal/growth-plans/growth-plan-form";
import { answerReview, readReviewPage } from "~/renewal/growth-plans/plan-review.server";
import { PlanView } from "~/renewal/growth-plans/PlanView";
import { ReviewAnswer } from "~/renewal/growth-plans/ReviewAnswer";
import { LinkButton } from "~/ui/Button";
import { Notice, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => [...pageTitle("Review a growth plan"), { name: "robots", content: "noindex" }];

export const headers: HeadersFunction = (args) => ({ "Cache-Control": "private, no-store", ...passRetryAfter(args) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(readReviewPage(await getContext(request), param(params, "secret")), {
    headers: { "Cache-Control": "private, no-store" },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const form = await readForm(request, reviewForm);
  if (!form.ok) return form.reply;
  const outcome = answerReview(ctx, param(params, "secret"), form.value, form.once);
  if (!outcome.ok) {
    if (outcome.reason === "too-many-tries") return slowDown(ctx, form, outcome);
    return form.refuse(PLAN_REFUSALS[outcome.reason]);
  }
  const said = outcome.value === "sign" ? "You signed the plan. Its author is told." : "Returned. Its author is told.";
  throw await redirectWithToast(`/growth-plan-reviews/${params.secret}`, said);
}

export default function ReviewGrowthPlan() {
  const { educatorName, year, expiresAt, isOpen, isSignedIn, answer, refusal, plan, certificateNumber } =
    useLoaderData<typeof loader>();
  const { secret } = useParams();
  const result = useActionData<typeof action>()?.result;
  const here = `/growth-plan-reviews/${secret}`;
  return (
    <Page
      title="Review a growth plan"
      lead={`${educatorName} asks you to review their growth plan of ${year}.`}
      width="narrow"
    >
      <Standing answer={answer} isOpen={isOpen} />
      {isOpen && !isSignedIn ? (
        <Notice
          tone="info"
          title="Sign in to read it"
          action={
            <>
              <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</LinkButton>
              <LinkButton to="/sign-up" variant="secondary">
                Make an account
              </LinkButton>
            </>
          }
        >
          <p>
            The plan is shown to the one to whom it was sent: use an account with that very address. Please answer by{" "}
            {formatDate(expiresAt, REGION_TIME_ZONE)}.
          </p>
        </Notice>
      ) : null}
      {plan ? null : <Refused result={result} />}
      {refusal ? <Notice tone="attention" title={PLAN_REFUSALS[refusal]} /> : null}
      {plan ? <PlanView plan={plan} fileAt={isOpen ? (fileId) => `${here}/files/${fileId}` : null} /> : null}
      {plan && isOpen ? <ReviewAnswer result={result} certificateNumber={certificateNumber} /> : null}
    </Page>
  );
}

function Standing({ answer, isOpen }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "answer" | "isOpen">) {
  if (answer)
    return (
      <Notice
        tone={answer.answer === "signed" ? "good" : "ended"}
        title={`${answer.answer === "signed" ? "Signed" : "Returned"} on ${formatDate(answer.at, REGION_TIME_ZONE)}`}
      />
    );
  if (isOpen) return null;
  return (
    <Notice tone="ended" title="There is nothing left to answer">
      <p>The time to answer has passed, or the plan was taken back. Its author can send you another link.</p>
    </Notice>
  );
}
