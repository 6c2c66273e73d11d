import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listCutoffs, saveCutoff } from "~/hr/cutoff/salary-cutoff.server";
import { CUTOFF_OPTIONS, salaryCutoffForm } from "~/hr/cutoff/salary-cutoff-form";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Salary cut-off");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ cutoffs: listCutoffs(await requireRole(request, "hr")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, salaryCutoffForm);
  if (!form.ok) return form.reply;
  saveCutoff(ctx, form.value);
  throw await redirectWithToast("/hr/cut-off", "Saved.");
}

export default function SalaryCutoff() {
  const { cutoffs } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Salary cut-off"
      lead="The last day on which completed hours count for the salary year. Hourbook reminds you 30 and 7 days before."
      width="narrow"
    >
      {cutoffs.map((cutoff) => (
        <Section key={cutoff.id} title={cutoff.name}>
          <CutoffForm cutoff={cutoff} />
        </Section>
      ))}
    </Page>
  );
}

function CutoffForm({ cutoff }: { cutoff: { id: string; name: string; monthDay: string } }) {
  const result = useActionData<typeof action>()?.result;
  const [form, fields] = useServerForm<{ monthDay: string }>({
    id: cutoff.id,
    lastResult: result?.initialValue?.organisationId === cutoff.id ? result : null,
    defaultValue: { monthDay: cutoff.monthDay },
  });
  return (
    <FormFrame form={form} className="grid gap-4">
      <Hidden name="organisationId" value={cutoff.id} />
      <SelectField field={fields.monthDay} label="Last day" options={[...CUTOFF_OPTIONS]} required />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </FormFrame>
  );
}
