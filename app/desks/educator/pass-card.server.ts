import { findPass } from "~/attendance/scan/pass.server";
import { renderCard } from "~/documents/labels/label-pdf.server";
import type { ActorContext } from "~/platform/context";
import { formatSessionLine } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { getMyRegistration } from "~/registration/mine/registration-page.server";
import { shortCodeOf } from "~/registration/passes/short-code";

/** As many sessions stand on a card; of more, the first and how many follow. */
const SESSIONS_SHOWN = 2;

/**
 * The actor's check-in pass as a card for a wallet, PDF.
 * @throws Response 404 for anybody else's, and for a registration that has no pass
 */
export async function makePassCard(ctx: ActorContext, registrationId: string): Promise<Buffer> {
  const { title, offering, sessions } = getMyRegistration(ctx, registrationId);
  const pass = await findPass(ctx, registrationId);
  if (pass === null) throw notFound();
  const when = sessions.map(({ startsAt, endsAt, timeZone }) => formatSessionLine(startsAt, endsAt, timeZone));
  const more = when.length - SESSIONS_SHOWN;
  const shown = more > 0 ? [when[0]!, `and ${more + SESSIONS_SHOWN - 1} more sessions`] : when;
  const pages = { title: `Check-in pass: ${title}`, author: "Hourbook", madeAt: ctx.now };
  const label = { name: ctx.actor.name, lines: [title, ...shown, offering.place] };
  return renderCard(pages, { ...label, pass: { text: pass, code: shortCodeOf(registrationId) } });
}
