import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { PRIVACY_CHECKS, STATEMENT } from "./statement";

interface SubmitSectionProps {
  /** What is missing, in words. */
  missing: readonly string[];
  /** Titles of parts that are not saved yet, as this page knows. */
  unsaved: readonly string[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Handing in: what is missing, what is checked before, and what its author says. */
export function SubmitSection({ missing, unsaved, lastResult }: SubmitSectionProps) {
  const [form, fields] = useServerForm<Record<"faces" | "names" | "voices" | "original" | "forPractice", string>>({
    id: "submit",
    lastResult,
  });
  if (missing.length > 0)
    return (
      <Section title="Hand it in" description="Before that, these parts need you:">
        <ul className="list-disc pl-5">
          {missing.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </Section>
    );
  return (
    <Section title="Hand it in" description="Please check your students’ privacy first.">
      <FormFrame
        form={form}
        className="grid max-w-3xl gap-4"
        onSubmit={(event) => {
          if (unsaved.length > 0) event.preventDefault();
        }}
      >
        {PRIVACY_CHECKS.map(({ name, label }) => (
          <CheckboxField key={name} field={fields[name]} label={label} required />
        ))}
        <CheckboxField field={fields.original} label={STATEMENT} required />
        <CheckboxField
          field={fields.forPractice}
          label="New assessors may practise on what I wrote, without my name."
          hint="Your choice; nothing depends on it."
        />
        <div role="status">
          {unsaved.length > 0 ? <p>{unsaved.join(", ")}: not saved yet. It can be handed in once it is.</p> : null}
        </div>
        <div>
          <SubmitButton intent="submit">Hand in the portfolio</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
