import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listAreaOptions } from "~/catalog/areas/program-area.server";
import { listScopedProviders } from "~/catalog/courses/course-desk.server";
import { newDefinitionForm } from "~/microcredentials/definitions/definition-form";
import { createMicrocredential } from "~/microcredentials/definitions/write-definition.server";
import { MICROCREDENTIAL_REFUSALS } from "~/microcredentials/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("New micro-credential");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  return data({
    areas: listAreaOptions(ctx.db).map(({ code, name }) => ({ value: code, label: name })),
    providers: listScopedProviders(ctx).map(({ id, name }) => ({ value: id, label: name })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, newDefinitionForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "microcredential", form.once, () => createMicrocredential(ctx, form.value));
  if (!outcome.ok) {
    const { words, field } = MICROCREDENTIAL_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const next = `/coordinator/microcredentials/${outcome.value.id}`;
  throw await redirectWithToast(next, "It is drafted. Add criteria and the evidence for them.");
}

export default function NewMicrocredential() {
  const { areas, providers } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<Record<"providerId" | "programArea" | "title" | "competency", string>>({
    id: "microcredential",
    lastResult: useActionData<typeof action>()?.result,
  });
  const [only] = providers;
  return (
    <Page
      title="New micro-credential"
      lead="One competency that somebody shows with evidence from practice."
      breadcrumbs={[{ label: "Micro-credentials", to: "/coordinator/microcredentials" }]}
      width="narrow"
    >
      <FormFrame form={form}>
        {providers.length === 1 && only ? (
          <Hidden name="providerId" value={only.value} />
        ) : (
          <SelectField field={fields.providerId} label="Provider" options={providers} placeholder="Choose …" required />
        )}
        <TextField field={fields.title} label="Title" maxLength={120} required />
        <TextField
          field={fields.competency}
          label="Competency"
          hint="One sentence: what somebody who holds it can do."
          maxLength={300}
          required
        />
        <SelectField field={fields.programArea} label="Program area" options={areas} placeholder="Choose …" required />
        <div>
          <SubmitButton intent="create">Save as a draft</SubmitButton>
        </div>
      </FormFrame>
    </Page>
  );
}
