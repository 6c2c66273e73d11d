import { Link } from "@remix-run/react";
import { Mail } from "lucide-react";
import { MESSAGE_STATE_LABELS, type MessageState } from "~/messages/outbox/message-state";
import { describeKind, formatDateTime } from "~/platform/format";
import { EmptyState } from "~/ui/frame/Page";
import { Status, type Tone } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";

interface ListedMessage {
  id: string;
  kind: string;
  recipient: string;
  state: MessageState;
  createdAt: number;
  lastError: string | null;
}

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

/** Messages of the outbox. */
export function MessageTable({ messages, timeZone }: { messages: ListedMessage[]; timeZone: string }) {
  const columns: Column<ListedMessage>[] = [
    {
      key: "kind",
      header: "Message",
      primary: true,
      cell: (row) => (
        <Link to={`/admin/mail/${row.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
          {describeKind(row.kind)}
          <span className="sr-only"> to {row.recipient}</span>
        </Link>
      ),
    },
    { key: "recipient", header: "To", cell: (row) => <span className="break-all">{row.recipient}</span> },
    { key: "created", header: "Written", cell: (row) => formatDateTime(row.createdAt, timeZone) },
    {
      key: "state",
      header: "State",
      cell: (row) => (
        <>
          <MessageStatus state={row.state} />
          {row.lastError ? <span className="block text-[0.9375rem] text-soft">{row.lastError}</span> : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption="Messages"
      columns={columns}
      rows={messages}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon={<Mail aria-hidden />} title="No messages">
          <p>None matches, or none has been written yet.</p>
        </EmptyState>
      }
    />
  );
}
