import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getSubmitPage, submitHours } from "~/hr/submitted/submit.server";
import { submitForm } from "~/hr/submitted/submitted-form";
import { refusedSubmittedField, SUBMITTED_REFUSALS } from "~/hr/submitted/submitted-hours";
import { SubmitFields } from "~/hr/submitted/SubmitFields";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle("Submit hours to my district");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data(getSubmitPage(ctx, new URL(request.url).searchParams.get("organization")));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, submitForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "submit hours", form.once, () => submitHours(ctx, form.value));
  if (!outcome.ok) return form.refuse(SUBMITTED_REFUSALS[outcome.reason], refusedSubmittedField(outcome.reason));
  throw await redirectWithToast(`/hours/submitted/${outcome.value}`, "Submitted. HR is told.");
}

export default function SubmitHours() {
  const { places, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="Submit hours to my district"
      lead="Posted hours of a time when your district does not see them, and hours from elsewhere. You choose what HR sees."
      breadcrumbs={[
        { label: "My hours", to: "/hours" },
        { label: "Submitted to my district", to: "/hours/submitted" },
      ]}
    >
      {chosen && places.length > 1 ? (
        <FilterBar label="Where you work">
          <FilterSelect
            name="organization"
            label="Submit to"
            defaultValue={chosen.id}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      ) : null}
      {chosen && chosen.rows.length > 0 ? (
        <SubmitFields key={chosen.id} chosen={chosen} lastResult={answer?.result} />
      ) : (
        <Nothing name={chosen?.name ?? null} />
      )}
    </Page>
  );
}

/** Why there is nothing to choose: no workplace, or no hours that it does not see. */
function Nothing({ name }: { name: string | null }) {
  if (name === null)
    return (
      <EmptyState
        title="No workplace on file for today"
        action={<LinkButton to="/profile">Enter where you work</LinkButton>}
      >
        Hours are submitted to a place at which you work.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`Nothing that ${name} does not have`}
      action={<LinkButton to="/certificate/elsewhere/new">Enter hours from elsewhere</LinkButton>}
    >
      HR sees your posted hours of the time that you work there, and what you submitted stands with HR.
    </EmptyState>
  );
}
