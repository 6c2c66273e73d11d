import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";

type Result = Parameters<typeof useServerForm>[0]["lastResult"];

/** A reviewer signs a plan, or returns it: on the page, and never by opening the link (R5). */
export function ReviewAnswer({ result, certificateNumber }: { result: Result; certificateNumber: string | null }) {
  const isReturn = result?.initialValue?.intent === "return";
  return (
    <>
      <SignPlan lastResult={isReturn ? null : result} certificateNumber={certificateNumber} />
      <ReturnPlan lastResult={isReturn ? result : null} />
    </>
  );
}

function SignPlan({ lastResult, certificateNumber }: { lastResult: Result; certificateNumber: string | null }) {
  const [form, fields] = useServerForm<{ certificateNumber: string; affirmed: string }>({
    id: "sign",
    lastResult,
    defaultValue: { certificateNumber },
  });
  return (
    <Section title="Sign it" description="Your name, the number and today’s date stand on the plan for good.">
      <FormFrame form={form}>
        <TextField
          field={fields.certificateNumber}
          label="Number of your Washington certificate"
          maxLength={40}
          className="max-w-sm"
          required
        />
        <CheckboxField
          field={fields.affirmed}
          label="I hold a certificate, and I reviewed this plan, its evidence and its reflection."
          required
        />
        <div>
          <SubmitButton intent="sign">Sign the plan</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}

function ReturnPlan({ lastResult }: { lastResult: Result }) {
  const [form, fields] = useServerForm<{ words: string }>({ id: "return", lastResult });
  return (
    <Section title="Or return it" description="They read your words, can change the plan, and send it again.">
      <FormFrame form={form}>
        <TextArea field={fields.words} label="What should change" rows={3} maxLength={2_000} required />
        <div>
          <SubmitButton intent="return" variant="secondary">
            Return the plan
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
