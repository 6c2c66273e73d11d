import type { FirstAudience } from "~/catalog/offerings/offering-state";
import { addWallDays, endOfDayOf } from "~/platform/time/time-zone";

/** When an offering takes registrations. Instants are epoch milliseconds. */
export interface RegistrationWindow {
  state: "draft" | "approved" | "published" | "cancelled";
  registrationOpensAt: number | null;
  registrationClosesAt: number | null;
  /** From when it is open for those whom `firstFor` names, before it opens for everyone. */
  firstOpensAt: number | null;
  firstFor: FirstAudience | null;
  startsAt: number | null;
}

export type WindowState = "open" | "not-published" | "not-yet" | "closed";

/** Whether registration is open: published, opened, not closed, and the first session has not begun. */
export function registrationWindowAt(
  offering: RegistrationWindow,
  now: number,
  { isFirst = false }: { isFirst?: boolean } = {},
): WindowState {
  const deadline = registrationDeadline(offering);
  if (offering.state !== "published" || deadline === null) return "not-published";
  if (now >= deadline) return "closed";
  const opensAt = isFirst ? (offering.firstOpensAt ?? offering.registrationOpensAt) : offering.registrationOpensAt;
  return opensAt !== null && now < opensAt ? "not-yet" : "open";
}

/** The instant at which registration ends: the offering's own deadline, never after the start; null without sessions. */
export function registrationDeadline(offering: { registrationClosesAt: number | null; startsAt: number }): number;
export function registrationDeadline(
  offering: Pick<RegistrationWindow, "registrationClosesAt" | "startsAt">,
): number | null;
export function registrationDeadline({
  registrationClosesAt,
  startsAt,
}: Pick<RegistrationWindow, "registrationClosesAt" | "startsAt">): number | null {
  return startsAt === null ? null : Math.min(registrationClosesAt ?? startsAt, startsAt);
}

/**
 * The instant until which staff may register people: the end, or the end of the day that lies the policy's days after it;
 * null without sessions.
 */
export function staffRegistrationDeadline(
  { endsAt, timeZone }: { endsAt: number | null; timeZone: string },
  lateDays = 0,
): number | null {
  if (endsAt === null || lateDays === 0) return endsAt;
  return endOfDayOf(addWallDays(endsAt, lateDays, timeZone), timeZone);
}

/** The instant until which a person may cancel by themselves (R4): days of wall time, so across a clock change, too (H5). */
export function selfCancelDeadline(
  { startsAt, timeZone }: { startsAt: number; timeZone: string },
  cancelDays: number,
): number {
  return addWallDays(startsAt, -cancelDays, timeZone);
}
