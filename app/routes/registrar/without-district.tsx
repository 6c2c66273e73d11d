import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CREDIT_CELLS } from "~/desks/registrar/credit-cells";
import { withoutDistrictSource } from "~/desks/registrar/credit-list.server";
import { askWorkplacesForm } from "~/desks/registrar/registrar-form";
import { WITHOUT_DISTRICT_LIST } from "~/desks/registrar/without-district-list";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { listWorkplaceOptions } from "~/people/affiliations/workplace.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(WITHOUT_DISTRICT_LIST.title);

const FORM = "ask";

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const options = { district: listWorkplaceOptions(ctx.db) };
  return data({ ...showList(ctx, request, withoutDistrictSource(ctx)), options });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, askWorkplacesForm);
  if (!form.ok) return form.reply;
  const { credit = [], matching } = form.value;
  const { pathname, search, searchParams } = new URL(request.url);
  const creditIds = matching ? listMatchingIds(withoutDistrictSource(ctx), searchParams) : credit;
  if (creditIds.length === 0) return form.refuse("Choose at least one credit.");
  const started = startAction(ctx, "ask-workplaces", { creditIds });
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, safePath(pathname + search, WITHOUT_DISTRICT_LIST.path));
}

export default function WithoutDistrict() {
  const { options, ...list } = useLoaderData<typeof loader>();
  const [form] = useServerForm({ id: FORM, lastResult: useActionData<typeof action>()?.result });
  return (
    <Page
      title={WITHOUT_DISTRICT_LIST.title}
      lead="Posted hours that no HR sees: nothing is entered of where the person worked that day, or it is not confirmed."
      width="wide"
    >
      <WorkList
        shape={WITHOUT_DISTRICT_LIST}
        list={list}
        options={options}
        cells={CREDIT_CELLS}
        selection={{
          form: FORM,
          name: "credit",
          label: (row) => `Choose ${row.name}, ${row.title}`,
          matching: true,
          actions: (
            <FormFrame form={form} className="contents">
              <SubmitButton pendingLabel="Asking …">Ask where they worked</SubmitButton>
            </FormFrame>
          ),
        }}
        empty={
          <EmptyState title="Every posted hour reaches a district">
            <p>Credits stand here while no confirmed workplace holds the day on which they were completed.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
