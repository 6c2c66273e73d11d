import { origin } from "~/platform/env.server";
import { joinPathOf } from "./join-url";

/** The address at which a session is joined, for mails and calendars; null where there is nothing to join. */
export function joinPageOf(
  session: { id: string; link: string | null; ownMinutes?: number | null },
  offering: { link: string | null },
): string | null {
  const path = joinPathOf(session, offering);
  return path && `${origin}${path}`;
}
