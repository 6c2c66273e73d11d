/** When an offering takes registrations. Instants are epoch milliseconds. */
export interface RegistrationWindow {
  state: "draft" | "approved" | "published" | "cancelled";
  registrationOpensAt: number | null;
  registrationClosesAt: number | null;
  startsAt: number | null;
}

/** Whether registration is open: published, opened, not closed, and the first session has not begun. */
export function registrationWindowAt(
  offering: RegistrationWindow,
  now: number,
): "open" | "not-published" | "not-yet" | "closed" {
  if (offering.state !== "published" || offering.startsAt === null) return "not-published";
  if (offering.registrationOpensAt !== null && now < offering.registrationOpensAt) return "not-yet";
  return now < Math.min(offering.registrationClosesAt ?? offering.startsAt, offering.startsAt) ? "open" : "closed";
}

/** The instant until which a person may cancel by themselves (R4). */
export function selfCancelDeadline(startsAt: number, cancelDays: number): number {
  return startsAt - cancelDays * 86_400_000;
}

/** The instant at which an offer of a seat lapses: after the provider's hours, and never after the start (R1). */
export function offerExpiry(now: number, offerHours: number, startsAt: number): number {
  return Math.min(now + offerHours * 3_600_000, startsAt);
}
