import { formatDateTime } from "~/platform/format";
import { Notice } from "~/ui/frame/Page";

interface ConfirmationNoticeProps {
  /** Epoch milliseconds. */
  confirmedAt: number;
  /** Whether attendance changed since. */
  changed: boolean;
  timeZone: string;
}

/** That attendance is confirmed, or has to be confirmed again. */
export function ConfirmationNotice({ confirmedAt, changed, timeZone }: ConfirmationNoticeProps) {
  const when = formatDateTime(confirmedAt, timeZone);
  return changed ? (
    <Notice tone="attention" title="Attendance changed since it was confirmed: confirm again">
      It was confirmed on {when}. Confirming again counts everyone’s hours anew.
    </Notice>
  ) : (
    <Notice tone="good" title={`Confirmed on ${when}`}>
      Claiming is open. After a correction on a roster, confirm again.
    </Notice>
  );
}
