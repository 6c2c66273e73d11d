import { findMyOffering } from "~/attendance/attendance-right.server";
import { listExpected } from "~/attendance/roster/roster.server";
import { makePasses } from "~/attendance/scan/pass-key.server";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { getCourse } from "~/catalog/courses/course.server";
import { getProvider } from "~/catalog/providers/provider.server";
import type { Label } from "~/documents/labels/label-pdf.server";
import { listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { displayNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { notFound } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";
import { hasDoor, shortCodeOf } from "~/registration/passes/short-code";

/**
 * What stands on name badges: everybody on the roster by the name they go by, with where they work, and who teaches.
 * @throws Response 404 when the offering is not the actor's to take
 */
export function listBadges(ctx: ActorContext, offeringId: string) {
  const offering = findMyOffering(ctx.db, ctx, offeringId);
  if (!offering) throw notFound();
  const { people } = listExpected(ctx.db, offering.id);
  recordReading(ctx, { action: "roster.read", subjectId: offering.id, personIds: people.map(({ id }) => id) });
  const day = dateOf(offering.startsAt ?? ctx.now, offering.timeZone);
  const workplaces = listWorkplacesOn(
    ctx.db,
    people.map(({ id }) => ({ personId: id, day })),
  );
  const teaching = listInstructors(ctx.db, offering.id);
  return {
    title: getCourse(ctx.db, offering.courseId).title,
    offering,
    badges: [
      ...teaching.map(({ id, name }) => ({ id, name, below: "Instructor", registrationId: null })),
      ...people.map((person, index) => ({
        id: person.id,
        name: displayNameOf(person),
        below: workplaces[index]?.organisation ?? "",
        registrationId: person.registrationId,
      })),
    ],
  };
}

/**
 * The same with the check-in passes that are printed on them, as a sheet of labels takes them.
 * @throws UnopenableBox when another secret sealed the provider's key
 */
export async function makeBadges(ctx: ActorContext, offeringId: string) {
  const { title, offering, badges } = listBadges(ctx, offeringId);
  const passes = await passesOf(ctx, offering, badges);
  const labels = badges.map(({ name, below, registrationId }): Label => {
    const text = registrationId === null ? undefined : passes.get(registrationId);
    const pass = text === undefined ? null : { text, code: shortCodeOf(registrationId!) };
    return { name, lines: [below, title].filter(Boolean), pass };
  });
  return { title, labels };
}

async function passesOf(
  ctx: ActorContext,
  offering: Offering,
  badges: readonly { registrationId: string | null }[],
): Promise<Map<string, string>> {
  if (!hasDoor(offering)) return new Map();
  const registrations = badges.flatMap(({ registrationId: id }) => (id ? [{ id, offeringId: offering.id }] : []));
  const passes = await makePasses(ctx, getProvider(ctx.db, offering.providerId), registrations);
  return new Map(registrations.map(({ id }, index) => [id, passes[index]!]));
}
