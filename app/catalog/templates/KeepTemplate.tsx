import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { Unfold } from "~/ui/Unfold";
import type { TemplateKind } from "./template-kind";

interface KeepTemplateProps {
  kind: TemplateKind;
  originalId: string;
  title: string;
}

/** Keeps how an offering or a course is set up, for the next one. */
export function KeepTemplate({ kind, originalId, title }: KeepTemplateProps) {
  return (
    <Unfold title="Keep it as a template">
      <Form method="post" action="/coordinator/offering-templates" className="grid gap-4">
        <OnceField />
        <Hidden name="kind" value={kind} />
        <Hidden name="originalId" value={originalId} />
        <label className="grid gap-1 font-semibold">
          Name of the template
          <input type="text" name="name" defaultValue={title.slice(0, 80)} required maxLength={80} className="input" />
        </label>
        <div>
          <SubmitButton intent="keep" variant="secondary">
            Keep the template
          </SubmitButton>
        </div>
      </Form>
    </Unfold>
  );
}
