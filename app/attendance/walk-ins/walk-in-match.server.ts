import { getCourse } from "~/catalog/courses/course.server";
import { searchPeople } from "~/people/persons/all-people-list.server";
import { displayNameOf } from "~/people/persons/name";
import { findPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import { recordReading } from "~/platform/audit/reading-log.server";
import { notFound } from "~/platform/http/responses.server";
import { findMyWalkIn } from "./walk-in.server";

const SHOWN = 10;
const SHORTEST = 2;

/** Former names are not for whoever takes the names at the door. */
const AT_THE_DOOR = ["names", "address"] as const;

/**
 * A walk-in with the people who may be the one: by words of a name or an address, by the name that was noted to begin
 * with. Looking is audited (P5), and addresses are shown by their first letter only (P2).
 * @throws Response 404 when the offering is not the actor's to take
 */
export function getWalkInMatch(ctx: ActorContext, walkInId: string, find: string | null) {
  const found = findMyWalkIn(ctx.db, ctx, walkInId);
  if (!found) throw notFound();
  const { walkIn, offering } = found;
  recordReading(ctx, { action: "walk-in.read", subjectId: walkIn.id, personIds: [walkIn.personId] });
  const words = (find ?? walkIn.name).trim();
  const { people, total } =
    words.length >= SHORTEST
      ? searchPeople(ctx, { q: words, most: SHOWN, parts: AT_THE_DOOR })
      : { people: [], total: 0 };
  const matched = walkIn.personId === null ? null : findPerson(ctx.db, walkIn.personId);
  return {
    walkIn: { name: walkIn.name, email: walkIn.email, matchedTo: matched && displayNameOf(matched) },
    offeringId: offering.id,
    title: getCourse(ctx.db, offering.courseId).title,
    find: words,
    total,
    people: people.map(({ id, name, email, places }) => ({
      id,
      name,
      about: [...places, email && maskAddress(email)].filter(Boolean).join(" · "),
    })),
  };
}

/** `priya@kent.example` → `p…@kent.example`: enough to tell two people of one name apart. */
function maskAddress(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host}`;
}
