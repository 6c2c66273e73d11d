/**
 * Where a session meets online: its own link, or else its offering's; null where there is none that works, and for what people do on their own time. Nobody is told of
 * it before they press the button of the join page: what is given out is `joinPathOf`.
 */
export function joinUrlOf(
  session: { link: string | null; ownMinutes?: number | null },
  offering: { link: string | null },
): string | null {
  if (session.ownMinutes != null) return null;
  const url = session.link ?? offering.link;
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** The path of the page on which a session is joined; null where there is nothing to join. */
export function joinPathOf(
  session: { id: string; link: string | null; ownMinutes?: number | null },
  offering: { link: string | null },
): string | null {
  return joinUrlOf(session, offering) && `/join/${session.id}`;
}
