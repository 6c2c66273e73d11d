import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { TextArea } from "~/ui/fields/text-fields";

/** The registrar returns a claim with a reason. */
export function ReturnForm({ lastResult }: { lastResult: Parameters<typeof useServerForm>[0]["lastResult"] }) {
  const [form, fields] = useServerForm<{ reason: string }>({ id: "return", lastResult });
  return (
    <Section title="Return the claim" description="The person is told why and can claim again.">
      <FormFrame form={form}>
        <TextArea field={fields.reason} label="What should change" rows={3} required />
        <div>
          <SubmitButton intent="return" variant="secondary">
            Return to the educator
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
