/** Where a session is joined online: its own link, or else its offering's; null where there is none that works. */
export function joinUrlOf(session: { link: string | null }, offering: { link: string | null }): string | null {
  const url = session.link ?? offering.link;
  return url && URL.canParse(url) ? url : null;
}
