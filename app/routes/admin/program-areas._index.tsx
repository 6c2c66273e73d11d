import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AreaTable } from "~/catalog/areas/AreaTable";
import { AREA_REFUSALS, changeAreas, listAreas } from "~/catalog/areas/program-area.server";
import { programAreasForm } from "~/catalog/areas/program-area-form";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Program areas");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data({ areas: listAreas(ctx.db) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, programAreasForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "program area", form.once, () => changeAreas(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast("/admin/program-areas", outcome.value);
  const { words, field } = AREA_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function ProgramAreas() {
  const { areas } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ name: string }>({
    id: "area",
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page title="Program areas" lead="What courses are sorted by, in the order in which the catalog shows them.">
      <AreaTable areas={areas} />
      <Section title="Add a program area" description="It can be chosen for courses at once.">
        <FormFrame form={form} className="grid max-w-lg gap-4">
          <TextField key={areas.length} field={fields.name} label="Name" maxLength={80} required />
          <div>
            <SubmitButton intent="add-area">Add the area</SubmitButton>
          </div>
        </FormFrame>
      </Section>
    </Page>
  );
}
