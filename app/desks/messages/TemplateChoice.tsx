import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";

interface TemplateChoiceProps {
  templates: { id: string; name: string }[];
  current: string | null;
  /** Chosen in a list that led here: they stay chosen. */
  chosen: string[];
}

/** Begins a message with what the provider's staff write again and again. */
export function TemplateChoice({ templates, current, chosen }: TemplateChoiceProps) {
  if (templates.length === 0) return null;
  return (
    <Form className="flex flex-wrap items-end gap-3">
      {chosen.map((id) => (
        <Hidden key={id} name="person" value={id} />
      ))}
      <div className="grid min-w-0 gap-1">
        <label htmlFor="template" className="font-semibold">
          Begin with a template
        </label>
        <select id="template" name="template" defaultValue={current ?? ""} className="input">
          <option value="">None</option>
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton variant="secondary">Use it</SubmitButton>
    </Form>
  );
}
