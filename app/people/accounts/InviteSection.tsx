import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

interface InviteSectionProps {
  email: string | null;
  lastResult?: SubmissionResult<string[]> | null | undefined;
}

/** Invites a person who cannot sign in yet. */
export function InviteSection({ email, lastResult }: InviteSectionProps) {
  const [form, fields] = useServerForm<{ email: string }>({ id: "invite", lastResult });
  return (
    <Section
      title="Account"
      description={
        email
          ? `An invitation goes to ${email}. Its link works for 30 days and ends earlier ones.`
          : "Nobody knows an email address of this person yet. The link in the invitation works for 30 days."
      }
    >
      <FormFrame form={form} className="grid gap-4">
        <Hidden name="intent" value="invite" />
        {email ? null : (
          <TextField field={fields.email} label="Email" type="email" required autoComplete="off" className="max-w-96" />
        )}
        <div>
          <SubmitButton variant="secondary">Send an invitation</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
