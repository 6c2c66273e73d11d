import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { StickyActions } from "~/ui/frame/Page";
import { TextArea } from "~/ui/fields/text-fields";

interface SupervisorAnswerProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** A supervisor approves or declines, on the page and not by opening the link (R5). */
export function SupervisorAnswer({ lastResult }: SupervisorAnswerProps) {
  const [form, fields] = useServerForm<{ note: string }>({ id: "approval", lastResult });
  return (
    <FormFrame form={form}>
      <TextArea field={fields.note} label="Note" hint="They read it if you decline." rows={2} maxLength={500} />
      <StickyActions>
        <SubmitButton intent="approve">Approve</SubmitButton>
        <SubmitButton intent="decline" variant="secondary">
          Decline
        </SubmitButton>
      </StickyActions>
    </FormFrame>
  );
}
