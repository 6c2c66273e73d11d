/** R7: what a registration can be. */
export const REGISTRATION_STATUSES = [
  "requested",
  "waitlisted",
  "offered",
  "registered",
  "withdrawn",
  "declined",
  "attended",
  "partial",
  "no-show",
  "cancelled",
] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** R3: at most one of these per person and offering. The others are history. */
export const LIVE_STATUSES = [
  "requested",
  "waitlisted",
  "offered",
  "registered",
  "attended",
  "partial",
  "no-show",
] as const satisfies readonly RegistrationStatus[];

/** R2: these hold a seat; an open offer and an unconfirmed request hold one, too. */
export const SEAT_STATUSES = [
  "requested",
  "offered",
  "registered",
  "attended",
  "partial",
  "no-show",
] as const satisfies readonly RegistrationStatus[];

/** People whom a facilitator expects at the door and on the roster. */
export const ROSTER_STATUSES = [
  "registered",
  "attended",
  "partial",
  "no-show",
] as const satisfies readonly RegistrationStatus[];

/** Nothing follows these: whoever comes back registers anew. */
export const ENDED_STATUSES = ["withdrawn", "declined", "cancelled"] as const satisfies readonly RegistrationStatus[];

/** R7 as data: from each status, the statuses that may follow. */
export const TRANSITIONS: Record<RegistrationStatus, readonly RegistrationStatus[]> = {
  requested: ["registered", "declined", "withdrawn", "cancelled"],
  waitlisted: ["offered", "registered", "withdrawn", "cancelled"],
  offered: ["registered", "requested", "declined", "withdrawn", "cancelled"],
  registered: ["withdrawn", "cancelled", "attended", "partial", "no-show"],
  attended: ["partial", "no-show"],
  partial: ["attended", "no-show"],
  "no-show": ["attended", "partial"],
  withdrawn: [],
  declined: [],
  cancelled: [],
};

/** Whether a status may follow another (R7). */
export function canFollow(from: RegistrationStatus, to: RegistrationStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Whether the registration counts as the person's one for the offering (R3). */
export function isLive(status: RegistrationStatus): boolean {
  return (LIVE_STATUSES as readonly RegistrationStatus[]).includes(status);
}

/** Whether the registration takes up a seat (R2). */
export function holdsSeat(status: RegistrationStatus): boolean {
  return (SEAT_STATUSES as readonly RegistrationStatus[]).includes(status);
}
