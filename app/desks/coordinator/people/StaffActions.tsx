import type { ReactNode } from "react";
import { SelectOptions, type Option } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import type { RegistrationStatus } from "~/registration/seats/status";
import { freeSeats, type SeatCounts } from "~/registration/seats/seats";
import { canFollow, holdsSeat } from "~/registration/seats/status";

/** Whose registration, and how it stands. */
interface StaffRow {
  id: string;
  name: string;
  status: RegistrationStatus;
}

interface StaffActionsProps {
  row: StaffRow;
  others: Option[];
  seats: SeatCounts;
}

/** What staff can do to one person's registration; each asks for a reason, which the person reads. */
export function StaffActions({ row, others, seats }: StaffActionsProps) {
  const mayLeave = canFollow(row.status, "withdrawn");
  const maySeat = canFollow(row.status, "registered") && (holdsSeat(row.status) || freeSeats(seats) > 0);
  const hasLeft = row.status === "withdrawn" || row.status === "declined";
  return (
    <div className="flex flex-wrap justify-end gap-1">
      {maySeat ? (
        <Ask row={row} verb="Give a seat" intent="give-seat" title={`Give ${row.name} a seat?`}>
          <p>They need not accept it. {row.status === "waitlisted" ? "Others may have waited longer." : null}</p>
        </Ask>
      ) : null}
      {mayLeave && others.length > 0 ? (
        <Ask row={row} verb="Move" intent="transfer" title={`Move ${row.name} to other dates?`}>
          <p>Their registration here ends, and a freed seat goes to the waitlist.</p>
          <label className="grid gap-1 font-semibold">
            To
            <select name="toOfferingId" className="input" required>
              <SelectOptions options={others} />
            </select>
          </label>
        </Ask>
      ) : null}
      {mayLeave ? (
        <Ask row={row} verb="Withdraw" intent="withdraw" title={`Withdraw ${row.name}?`}>
          <p>They lose their seat or their position on the waitlist. A freed seat goes to the waitlist.</p>
        </Ask>
      ) : null}
      {hasLeft ? (
        <Ask row={row} verb="Register again" intent="reinstate" title={`Register ${row.name} again?`}>
          <p>They get a seat if one is free and nobody waits, or the last position on the waitlist.</p>
        </Ask>
      ) : null}
    </div>
  );
}

interface AskProps {
  row: StaffRow;
  verb: string;
  intent: string;
  title: string;
  children: ReactNode;
}

function Ask({ row, verb, intent, title, children }: AskProps) {
  return (
    <ConfirmDialog
      trigger={
        <>
          {verb} <span className="sr-only">{row.name}</span>
        </>
      }
      variant="quiet"
      size="sm"
      title={title}
      confirmLabel={verb}
      confirmVariant={intent === "withdraw" ? "danger" : "primary"}
      intent={intent}
      values={{ registrationId: row.id }}
    >
      {children}
      <p>They get an email with your reason.</p>
      <label className="grid gap-1 font-semibold">
        Reason
        <input type="text" name="reason" required minLength={3} maxLength={500} className="input" />
      </label>
    </ConfirmDialog>
  );
}
