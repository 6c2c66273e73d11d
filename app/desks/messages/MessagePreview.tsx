import { MessageBody } from "~/desks/admin/MessageBody";
import { plural } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import { NotReached } from "./AudienceFields";
import type { MessagePreview as Preview } from "./message-action.server";

/** The mail as one receiver will see it, and whom it reaches, before it is sent. */
export function MessagePreview({ preview, files }: { preview: Preview; files: { position: number; name: string }[] }) {
  const { subject, html, text, to, reach } = preview;
  return (
    <Section title="Preview" description={`As ${to} will get it. Everybody gets a mail of their own.`} id="preview">
      <p>
        Reaches <strong>{plural(reach.reached, "person", "people")}</strong>
        {reach.daily > 0 ? `, ${reach.daily} of them as a line of their daily summary` : ""}.
      </p>
      <NotReached reach={reach} />
      <p>
        Subject: <strong>{subject}</strong>
      </p>
      {files.length > 0 ? <p>Attached: {files.map(({ name }) => name).join(", ")}</p> : null}
      <MessageBody subject={subject} html={html} text={text} view="html" />
      <Unfold title="Plain text">
        <MessageBody subject={subject} html={html} text={text} view="text" />
      </Unfold>
    </Section>
  );
}
