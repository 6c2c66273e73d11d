import type { ReactNode } from "react";
import { MESSAGE_STATE_LABELS, type MessageState } from "~/messages/outbox/message-state";
import { describeKind, formatDateTime } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { RowLink } from "~/ui/lists/RowLink";
import { Status, type Tone } from "~/ui/Status";
import type { MailRow } from "./mail-list.server";

const TONES: Record<MessageState, Tone> = {
  queued: "waiting",
  sending: "info",
  sent: "good",
  failed: "attention",
  suppressed: "ended",
};

/** Where a message stands, the same everywhere. */
export function MessageStatus({ state }: { state: MessageState }) {
  return <Status tone={TONES[state]}>{MESSAGE_STATE_LABELS[state]}</Status>;
}

/** What the list of mail shows of each message. */
export const MAIL_CELLS: Record<string, (row: MailRow) => ReactNode> = {
  kind: (row) => (
    <RowLink to={`/admin/mail/${row.id}`}>
      {describeKind(row.kind)}
      <span className="sr-only"> to {row.recipient}</span>
    </RowLink>
  ),
  recipient: (row) => <span className="break-all">{row.recipient}</span>,
  written: (row) => formatDateTime(row.createdAt, REGION_TIME_ZONE),
  state: (row) => (
    <>
      <MessageStatus state={row.state} />
      {row.lastError ? <span className="block text-[0.9375rem] text-soft">{row.lastError}</span> : null}
    </>
  ),
  sent: (row) => (row.sentAt === null ? "–" : formatDateTime(row.sentAt, REGION_TIME_ZONE)),
  attempts: (row) => row.attempts,
};
