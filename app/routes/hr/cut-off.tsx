import { VersionFields } from "~/ui/fields/VersionFields";
import { findLastChange } from "~/people/persons/last-change.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCutoff, listCutoffs, saveCutoff } from "~/hr/cutoff/salary-cutoff.server";
import { cutoffInWords } from "~/hr/local-rules/rule-words";
import { CUTOFF_OPTIONS, salaryCutoffForm } from "~/hr/cutoff/salary-cutoff-form";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Salary cut-off");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ cutoffs: listCutoffs(await requireRole(request, "hr")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const fields = await readFields(request, salaryCutoffForm);
  const posted = fields.get("organisationId");
  const organisationId = typeof posted === "string" ? posted : "";
  const saved = saveVersioned(
    ctx,
    fields,
    salaryCutoffForm,
    (tx) => {
      const draft = findCutoff(tx, ctx, organisationId);
      return draft && { draft, change: () => findLastChange(tx, organisationId, ["salary-cutoff.changed"]) };
    },
    (form) => saveCutoff(ctx, form),
  );
  if (saved.reply) return saved.reply;
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
          {cutoff.byRule === null ? (
            <CutoffForm cutoff={cutoff} />
          ) : (
            <p>
              {cutoffInWords(cutoff.byRule)}, by the{" "}
              <Link to="/hr/local-rules" className="link">
                local rule
              </Link>{" "}
              in force.
            </p>
          )}
        </Section>
      ))}
    </Page>
  );
}

function CutoffForm({ cutoff }: { cutoff: { id: string; name: string; monthDay: string } }) {
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const isMine = result?.initialValue?.organisationId === cutoff.id;
  const stale = isMine ? staleIn(answer) : null;
  const [form, fields] = useServerForm<{ monthDay: string }>({
    id: cutoff.id,
    lastResult: isMine ? result : null,
    defaultValue: { monthDay: cutoff.monthDay },
  });
  return (
    <FormFrame form={form} className="grid gap-4">
      <VersionFields
        base={writeBase({ monthDay: cutoff.monthDay })}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={{ monthDay: "Last day" }}
        options={{ monthDay: new Map(CUTOFF_OPTIONS.map(({ value, label }) => [value, label])) }}
      />
      <Hidden name="organisationId" value={cutoff.id} />
      <SelectField field={fields.monthDay} label="Last day" options={[...CUTOFF_OPTIONS]} required />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </FormFrame>
  );
}
