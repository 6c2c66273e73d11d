import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AREA_REFUSALS, changeArea, getArea } from "~/catalog/areas/program-area.server";
import { programAreaForm } from "~/catalog/areas/program-area-form";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.area.name ?? "Program area");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data(getArea(ctx.db, param(params, "code")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const code = param(params, "code");
  const form = await readForm(request, programAreaForm);
  if (!form.ok) return form.reply;
  const outcome = changeArea(ctx, code, form.value);
  if (!outcome.ok) {
    const { words, field } = AREA_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-area";
  throw await redirectWithToast(isGone ? "/admin/program-areas" : `/admin/program-areas/${code}`, outcome.value);
}

export default function ProgramArea() {
  const { area, courses, history } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const isRename = result?.initialValue?.intent === "rename";
  const [form, fields] = useServerForm<{ name: string }>({
    id: "rename",
    lastResult: isRename ? result : null,
    defaultValue: area,
  });
  return (
    <Page
      title={area.name}
      lead={`${plural(courses, "course has", "courses have")} this program area.`}
      breadcrumbs={[{ label: "Program areas", to: "/admin/program-areas" }]}
      width="narrow"
    >
      {isRename ? null : <Refused result={result} />}
      <FormFrame form={form} className="grid gap-4">
        <TextField
          field={fields.name}
          label="Name"
          hint="Every page shows the new name from now on. Transcripts do not show it."
          maxLength={80}
          required
        />
        <div>
          <SubmitButton intent="rename">Save the name</SubmitButton>
        </div>
      </FormFrame>
      <RetireAndDelete
        noun="area"
        name={area.name}
        isRetired={area.retiredAt !== null}
        meaning="No other course can choose a retired area. Courses that have it keep it."
        restoreLabel="Let courses choose it again"
        intents={{ retire: "retire", restore: "restore", delete: "delete-area" }}
        unused={courses > 0 ? null : "No course has it, so it can be deleted."}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
