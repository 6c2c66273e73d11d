import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup, type Option } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";

interface NameAssessorProps {
  options: Option[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Naming somebody with an account as an assessor, and of what. */
export function NameAssessor({ options, lastResult }: NameAssessorProps) {
  const [form, fields] = useServerForm<{ email: string; scopes: string[] }>({ id: "assessor", lastResult });
  return (
    <Section
      title="Name an assessor"
      description="They are told by mail, and practise before you admit them. Until then they see no portfolio that waits."
    >
      <FormFrame form={form} className="grid max-w-3xl gap-6">
        <TextField
          field={fields.email}
          label="Email address"
          hint="Of their account."
          type="email"
          autoComplete="off"
          required
        />
        <CheckboxGroup field={fields.scopes} legend="What they are to judge" options={options} required />
        <div>
          <SubmitButton>Name the assessor</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
