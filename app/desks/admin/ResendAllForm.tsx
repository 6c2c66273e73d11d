import type { SubmissionResult } from "@conform-to/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";

interface Props {
  count: number;
  /** How many are sent again at once. */
  most: number;
  lastResult: SubmissionResult<string[]> | null | undefined;
}

/** Sends everything again that was given up lately, with the reason that the log keeps. */
export function ResendAllForm({ count, most, lastResult }: Props) {
  const [form, fields] = useServerForm<{ reason: string }>({ lastResult });
  return (
    <Section
      title="Send again what was given up"
      description="Of the last 14 days: not to addresses where nobody is, no reminders, no links that sign somebody in, and nothing twice."
    >
      <FormFrame form={form} className="grid max-w-xl gap-4">
        <TextField field={fields.reason} label="Reason" hint="For example: the relay is mended." required />
        <div>
          <SubmitButton intent="resend-all" variant="secondary">
            {count > most
              ? `Send the first ${most.toLocaleString("en-US")} of ${plural(count, "message")} again`
              : `Send ${plural(count, "message")} again`}
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
