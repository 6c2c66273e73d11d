import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { audienceForm } from "~/catalog/audiences/audience-form";
import {
  AUDIENCE_REFUSALS,
  changeAudience,
  findAudience,
  getAudience,
  toAudienceDraft,
} from "~/catalog/audiences/audience.server";
import { AudienceFields } from "~/catalog/audiences/AudienceFields";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.audience.name ?? "Audience");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data(getAudience(ctx, param(params, "code")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const code = param(params, "code");
  const fields = await readFields(request, audienceForm);
  const saved = saveVersioned(
    ctx,
    fields,
    audienceForm,
    (tx) => {
      const audience = fields.get("intent") === "save-audience" ? findAudience(tx, code) : undefined;
      return audience ? { draft: toAudienceDraft(audience), change: () => findLastChange(tx, code) } : null;
    },
    (form) => changeAudience(ctx, code, form),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok) {
    const { words, field } = AUDIENCE_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-audience";
  throw await redirectWithToast(isGone ? "/admin/audiences" : `/admin/audiences/${code}`, outcome.value);
}

export default function Audience() {
  const { audience, courses, closed, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save-audience";
  const { name, roleKinds } = audience;
  return (
    <Page
      title={name}
      lead={
        <>
          {plural(courses, "course is", "courses are")} for this audience.
          {closed > 0 ? (
            <>
              {" "}
              {plural(closed, "offering", "offerings")} to come {closed === 1 ? "takes" : "take"} nobody else: who is
              meant counts for them from the moment it is saved.
            </>
          ) : null}
        </>
      }
      breadcrumbs={[{ label: "Audiences", to: "/admin/audiences" }]}
      width="narrow"
    >
      {isSave ? null : <Refused result={result} />}
      <AudienceFields lastResult={isSave ? result : null} draft={{ name, roleKinds }} stale={staleIn(answer)} />
      <RetireAndDelete
        noun="audience"
        name={name}
        isRetired={audience.retiredAt !== null}
        meaning="No other course can choose a retired audience. Courses that have it keep it."
        restoreLabel="Let courses choose it again"
        intents={{ retire: "retire", restore: "restore", delete: "delete-audience" }}
        unused={courses > 0 ? null : "No course is for it, so it can be deleted."}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
