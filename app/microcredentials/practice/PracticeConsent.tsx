import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import { Section } from "~/ui/frame/Page";

/** Whether new assessors may practise on what its author wrote: their choice, at any time. */
export function PracticeConsent({ allows }: { allows: boolean }) {
  return (
    <Section
      title="Practice of new assessors"
      description={
        allows
          ? "New assessors may practise on what you wrote here, once it is decided: without your name, your workplace, files or links."
          : "Nobody practises on what you wrote here."
      }
    >
      <Form method="post" preventScrollReset>
        <OnceField />
        <SubmitButton intent={allows ? "end-practice" : "allow-practice"} variant="secondary">
          {allows ? "Do not allow it any more" : "Allow it"}
        </SubmitButton>
      </Form>
    </Section>
  );
}
