import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { layoutPageForm, toLayoutDraft } from "~/hr/exports/layouts/layout-form";
import { LAYOUT_REFUSALS } from "~/hr/exports/layouts/layout-refusal";
import { changeLayout, deleteLayout, findLayout, getLayout } from "~/hr/exports/layouts/layout.server";
import { LayoutFields } from "~/hr/exports/layouts/LayoutFields";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.draft.name ?? "Layout");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { layout, history } = getLayout(ctx, param(params, "id"));
  return data({ id: layout.id, draft: toLayoutDraft(layout), history });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { layout } = getLayout(ctx, param(params, "id"));
  const fields = await readFields(request, layoutPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    layoutPageForm,
    (tx) => {
      const found = fields.get("intent") === "save" ? findLayout(tx, ctx, layout.id) : null;
      return found && { draft: { ...toLayoutDraft(found) }, change: () => findLastChange(tx, layout.id) };
    },
    (form) => (form.intent === "save" ? changeLayout(ctx, layout.id, form) : deleteLayout(ctx, layout.id)),
  );
  if (saved.reply) return saved.reply;
  const { form, answer } = saved;
  if (!answer.ok)
    return form.refuse(LAYOUT_REFUSALS[answer.reason], answer.reason === "name-taken" ? "name" : undefined);
  throw await redirectWithToast("/hr/layouts", form.value.intent === "save" ? "Saved." : "The layout is deleted.");
}

export default function LayoutPage() {
  const { id, draft, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isSave = result?.initialValue?.intent === "save";
  return (
    <Page
      title={draft.name}
      breadcrumbs={[
        { label: "Export clock hours", to: "/hr/export" },
        { label: "Layouts of exports", to: "/hr/layouts" },
      ]}
    >
      {isSave ? null : <Refused result={result} />}
      <LayoutFields
        key={id}
        lastResult={isSave ? result : null}
        draft={draft}
        base={writeBase({ ...draft })}
        stale={staleIn(answer)}
        intent="save"
        submitLabel="Save the layout"
      />
      <div>
        <ConfirmDialog
          trigger="Delete the layout"
          title={`Delete ${draft.name}?`}
          confirmLabel="Delete the layout"
          intent="delete"
        >
          <p>Exports that were made with it stay as they are.</p>
        </ConfirmDialog>
      </div>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
