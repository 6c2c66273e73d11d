import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AREA_CELLS } from "~/catalog/areas/area-cells";
import { AREA_LIST } from "~/catalog/areas/area-list";
import { areaSource } from "~/catalog/areas/area-list.server";
import { AREA_REFUSALS, changeAreas } from "~/catalog/areas/program-area.server";
import { programAreasForm } from "~/catalog/areas/program-area-form";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(AREA_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return showList(ctx, request, areaSource(ctx));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, programAreasForm);
  if (!form.ok) return form.reply;
  const { pathname, search } = new URL(request.url);
  const back = safePath(pathname + search, AREA_LIST.path);
  const outcome = once(ctx, "program area", form.once, () => changeAreas(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast(back, outcome.value);
  const { words, field } = AREA_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function ProgramAreas() {
  const list = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ name: string }>({
    id: "area",
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title={AREA_LIST.title}
      lead="What courses are sorted by, in the order in which the catalog shows them."
      width="wide"
    >
      <WorkList
        shape={AREA_LIST}
        list={list}
        cells={AREA_CELLS}
        empty={<EmptyState title="There is no program area yet">Add the first one below.</EmptyState>}
      />
      <Section title="Add a program area" description="It can be chosen for courses at once.">
        <FormFrame form={form} className="grid max-w-lg gap-4">
          <TextField key={list.total} field={fields.name} label="Name" maxLength={80} required />
          <div>
            <SubmitButton intent="add-area">Add the area</SubmitButton>
          </div>
        </FormFrame>
      </Section>
    </Page>
  );
}
