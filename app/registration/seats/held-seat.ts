import type { RegistrationStatus } from "./status";

/** A registration, or some of its columns, whose seat is offered until an instant, epoch milliseconds (R1). */
export type Offered<R> = R & { status: "offered"; offerExpiresAt: number };

/** The same of a request, whose seat is held for a supervisor's answer. */
export type Requested<R> = R & { status: "requested"; requestExpiresAt: number };

/** Whether a seat is offered; the database demands that an offer ends. */
export function isOffered<R extends { status: RegistrationStatus; offerExpiresAt: number | null }>(
  registration: R,
): registration is Offered<R> {
  return registration.status === "offered" && registration.offerExpiresAt !== null;
}

/** Whether a seat is held for a supervisor's answer. */
export function isRequested<R extends { status: RegistrationStatus; requestExpiresAt: number | null }>(
  registration: R,
): registration is Requested<R> {
  return registration.status === "requested" && registration.requestExpiresAt !== null;
}
