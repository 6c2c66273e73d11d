import { VersionFields } from "~/ui/fields/VersionFields";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AREA_REFUSALS, changeArea, findArea, getArea } from "~/catalog/areas/program-area.server";
import { programAreaForm } from "~/catalog/areas/program-area-form";
import { RetireAndDelete } from "~/desks/admin/RetireAndDelete";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
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
  const fields = await readFields(request, programAreaForm);
  const saved = saveVersioned(
    ctx,
    fields,
    programAreaForm,
    (tx) => {
      const area = fields.get("intent") === "rename" ? findArea(tx, code) : undefined;
      return area ? { draft: { name: area.name }, change: () => findLastChange(tx, code) } : null;
    },
    (form) => changeArea(ctx, code, form),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok) {
    const { words, field } = AREA_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-area";
  throw await redirectWithToast(isGone ? "/admin/program-areas" : `/admin/program-areas/${code}`, outcome.value);
}

export default function ProgramArea() {
  const { area, courses, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const stale = staleIn(answer);
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
        <VersionFields
          base={writeBase({ name: area.name })}
          stale={stale}
          changedBy={stale?.change?.by ?? null}
          labels={{ name: "Name" }}
        />
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
