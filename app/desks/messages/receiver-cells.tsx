import type { ReactNode } from "react";
import { MessageStatus } from "~/desks/admin/mail-cells";
import type { ReceiverRow } from "~/registration/messages/message-receivers.server";
import { RowLink } from "~/ui/lists/RowLink";

/** What the list of a message's receivers shows of each. */
export const RECEIVER_CELLS: Record<string, (row: ReceiverRow) => ReactNode> = {
  person: (row) => <RowLink to={`/people/${row.personId}/mails/${row.id}`}>{row.name}</RowLink>,
  state: (row) => (
    <>
      <MessageStatus state={row.state} />
      {row.why ? <span className="block text-[0.9375rem] text-soft">{row.why}</span> : null}
    </>
  ),
  sent: (row) => row.sent,
};
