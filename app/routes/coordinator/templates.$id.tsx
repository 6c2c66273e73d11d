import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TemplateFields } from "~/desks/messages/TemplateFields";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { checkVersion, staleReply } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { templatePageForm } from "~/registration/messages/message-template-form";
import { TEMPLATE_REFUSALS } from "~/registration/messages/message-template-refusal";
import {
  changeTemplate,
  deleteTemplate,
  findScopedTemplate,
  toTemplateDraft,
} from "~/registration/messages/message-template.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.draft.name ?? "Template");

function getTemplate(ctx: ScopedContext, id: string) {
  const template = findScopedTemplate(ctx.db, ctx, id);
  if (!template) throw notFound();
  return template;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const template = getTemplate(ctx, param(params, "id"));
  return data({ id: template.id, draft: toTemplateDraft(template) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const fields = await readFields(request, templatePageForm);
  const template = getTemplate(ctx, param(params, "id"));
  const version =
    fields.get("intent") === "save"
      ? checkVersion(fields, toTemplateDraft(template), () => findLastChange(ctx.db, template.id))
      : { fields, stale: null };
  if (version.stale) return staleReply(fields, version.stale);
  const form = parseForm(version.fields, templatePageForm);
  if (!form.ok) return form.reply;
  const isSave = form.value.intent === "save";
  const outcome =
    form.value.intent === "save" ? changeTemplate(ctx, template.id, form.value) : deleteTemplate(ctx, template.id);
  if (!outcome.ok)
    return form.refuse(TEMPLATE_REFUSALS[outcome.reason], outcome.reason === "name-taken" ? "name" : undefined);
  throw await redirectWithToast("/coordinator/templates", isSave ? "Saved." : "The template is deleted.");
}

export default function Template() {
  const { id, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save";
  return (
    <Page
      title={draft.name}
      breadcrumbs={[{ label: "Templates of messages", to: "/coordinator/templates" }]}
      width="narrow"
    >
      {isSave ? null : <Refused result={result} />}
      <TemplateFields
        key={id}
        lastResult={isSave ? result : null}
        draft={draft}
        base={writeBase(draft)}
        stale={staleIn(answer)}
        intent="save"
        submitLabel="Save the template"
      />
      <div>
        <ConfirmDialog
          trigger="Delete the template"
          title={`Delete ${draft.name}?`}
          confirmLabel="Delete the template"
          intent="delete"
        >
          <p>What was sent with it stays as it is.</p>
        </ConfirmDialog>
      </div>
    </Page>
  );
}
