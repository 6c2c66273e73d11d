import { Form } from "@remix-run/react";
import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import { SubmitButton } from "~/ui/Button";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import type { ShownPlan } from "./plan-shown";

interface PlanFilesProps {
  plan: ShownPlan;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** How large a file may be, in words. */
  most: string;
}

/** Adds files that show what a plan says, and takes them off. Give it the number of files as `key`. */
export function PlanFiles({ plan, lastResult, most }: PlanFilesProps) {
  const [form, fields] = useServerForm<{ file: string }>({ id: `plan-file-${plan.files.length}`, lastResult });
  return (
    <Section title="Files that show it" description="Optional. Your reviewer can open them.">
      {plan.files.length > 0 ? (
        <ul className="grid gap-2">
          {plan.files.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <a
                href={`/certificate/growth-plans/${plan.id}/files/${id}`}
                download
                className="link wrap-anywhere pointer-coarse:py-3"
              >
                {name}
              </a>
              <Form method="post">
                <Hidden name="fileId" value={id} />
                <SubmitButton intent="remove-file" variant="quiet" size="sm" aria-label={`Remove ${name}`}>
                  Remove
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <FormFrame form={form} encType="multipart/form-data">
        <FileField
          field={fields.file}
          label="File"
          hint={`${KEPT_TYPES_WORDS}, at most ${most}.`}
          accept={KEPT_TYPES_ACCEPT}
          required
        />
        <div>
          <SubmitButton intent="add-file" variant="secondary">
            Add the file
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
