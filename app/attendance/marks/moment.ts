/** So long before the start, or after the end, whoever comes or goes is at the door of the session. */
export const DOORS_MS = 30 * 60_000;

/** So long before the start attendance can be taken. */
export const OPENS_BEFORE_MS = 12 * 3_600_000;

/**
 * The moment that a tap is about. Within half an hour before the start or after the end it is the start or the end:
 * people come early and leave late, and neither counts nor needs a second look.
 */
export function momentAtDoor({ startsAt, endsAt }: { startsAt: number; endsAt: number }, now: number): number {
  if (now < startsAt && now >= startsAt - DOORS_MS) return startsAt;
  return now > endsAt && now <= endsAt + DOORS_MS ? endsAt : now;
}

/** When self check-in of a session opens, epoch milliseconds. */
export const checkInOpensAt = (startsAt: number): number => startsAt - DOORS_MS;

/** When people can check in by themselves: from half an hour before the start until the end. */
export function checkInWindowAt(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  now: number,
): "open" | "not-yet" | "over" {
  if (now < checkInOpensAt(startsAt)) return "not-yet";
  return now > endsAt ? "over" : "open";
}
