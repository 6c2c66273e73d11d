import { useSearchParams } from "@remix-run/react";
import { formatDateTime } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Card } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { Unfold } from "~/ui/Unfold";
import { ForWhom } from "./NoteSection";
import type { PersonPage } from "./person-page.server";
import { PERSON_LISTS } from "./person-view";

interface WriteFormProps {
  written: NonNullable<PersonPage["written"]>;
  everything: boolean;
  timeZone: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Writes to the person, and what staff wrote before. */
export function WriteForm({ written, everything, timeZone, lastResult }: WriteFormProps) {
  const [search] = useSearchParams();
  const { rows, total } = written.messages;
  return (
    <>
      {total > 0 ? (
        <Unfold
          title={`What staff wrote (${total.toLocaleString("en-US")})`}
          open={asksForAll(search, PERSON_LISTS.messages)}
        >
          <ul className="grid gap-3">
            {rows.map((message) => (
              <li key={message.id}>
                <Card className="grid gap-2">
                  <p className="font-semibold">{message.subject}</p>
                  <p className="text-[0.9375rem] text-soft">
                    {message.senderName} for {message.provider}, {formatDateTime(message.sentAt, timeZone)}
                  </p>
                  <p className="break-words whitespace-pre-line">{message.body}</p>
                </Card>
              </li>
            ))}
          </ul>
          <HowMany shown={rows.length} total={total} noun="messages" parameter={PERSON_LISTS.messages} />
        </Unfold>
      ) : null}
      <MessageForm key={rows[0]?.id} {...{ written, everything, lastResult }} />
    </>
  );
}

function MessageForm({ written, everything, lastResult }: Omit<WriteFormProps, "timeZone">) {
  const [form, fields] = useServerForm<{ subject: string; body: string; providerId: string }>({
    id: "write",
    lastResult,
  });
  return (
    <Unfold title="Write to them" open={Boolean(lastResult?.error)}>
      <FormFrame form={form} className="grid gap-5">
        <Hidden name="intent" value="write" />
        <Hidden name="nonce" value={`${written.nonce}-message`} />
        <ForWhom
          field={fields.providerId}
          label="In the name of"
          written={written}
          alone={everything ? "The educational service district" : null}
        />
        <TextField field={fields.subject} label="Subject" maxLength={120} autoComplete="off" required />
        <TextArea
          field={fields.body}
          label="Message"
          hint="A blank line starts a paragraph. Your name and address stand under it, so that they can answer."
          rows={6}
          maxLength={5000}
          required
        />
        <div>
          <SubmitButton variant="secondary">Send the message</SubmitButton>
        </div>
      </FormFrame>
    </Unfold>
  );
}
