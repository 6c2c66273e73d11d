import { approvalDecisions } from "#drizzle/schema/approval";
import { instructors, offeringDesignations, offerings, sessionPauses, sessions } from "#drizzle/schema/catalog";
import { grants } from "#drizzle/schema/grants";
import { PLACES, ONLINE_PLACE } from "#seed/places";
import type { Designation } from "~/catalog/courses/designation";
import { approvableMinutes, type CountSession } from "~/credits/counting/clock-hours";
import { CODE_ALPHABET } from "~/platform/secrets/codes.server";
import { approvalYearOf, dateOf, REGION_TIME_ZONE, toInstant } from "~/platform/time/time-zone";
import type { OfferingPlan } from "./offering-plan";
import { DAY, type Staff, type StateCourse, type StatePerson, type World } from "./world";

export interface StateSession extends CountSession {
  id: string;
  date: string;
}

export interface StateOffering {
  id: string;
  plan: OfferingPlan;
  course: StateCourse;
  inServiceNumber: string;
  facilitator: { id: string; name: string };
  sessions: StateSession[];
  startsAt: number;
  endsAt: number;
  startedOn: string;
  completedOn: string;
  publishedAt: number;
  approvedMinutes: number;
  designations: { code: string; minutes: number }[];
  place: string;
  address: string | null;
  link: string | null;
  claimCode: string;
}

/** Writes offerings with what was approved of them; numbers them by provider and year, as committees do. */
export class OfferingWriter {
  readonly #numbers = new Map<string, number>();
  readonly #hosts: string[];
  #codes = 0;

  constructor(
    private readonly world: World,
    private readonly staff: Staff,
  ) {
    this.#hosts = [...new Set(world.people.flatMap((person: StatePerson) => person.organisationId ?? []))];
  }

  /** Writes one with its sessions, instructor and decision. */
  write(plan: OfferingPlan): StateOffering {
    const offering = this.draw(plan);
    this.insertOffering(offering);
    this.insertSessions(offering);
    this.insertPeopleBehind(offering);
    return offering;
  }

  private draw(plan: OfferingPlan): StateOffering {
    const { chance, ids, facilitators, now } = this.world;
    const { course, dates } = plan;
    const firstDay = toInstant(`${dates[0]}T00:00`, REGION_TIME_ZONE);
    const publishedAt = Math.min(firstDay - 60 * DAY, now - 8 * DAY);
    const createdAt = publishedAt - 20 * DAY;
    const own = dates.map((date) => sessionOn(course, date, ids.at(createdAt)));
    const approvedMinutes = approvableMinutes(own, course.provider.policy);
    const place = course.seed.modality === "online" ? ONLINE_PLACE : chance.pick(PLACES);
    return {
      id: ids.at(createdAt),
      plan,
      course,
      inServiceNumber: this.nextNumber(course, dates[0]!),
      facilitator: chance.pick(facilitators),
      sessions: own,
      startsAt: own[0]!.startsAt,
      endsAt: own.at(-1)!.endsAt,
      startedOn: dates[0]!,
      completedOn: dates.at(-1)!,
      publishedAt,
      approvedMinutes,
      designations: designationsOf(course, approvedMinutes),
      place: place.name,
      address: course.seed.modality === "online" ? null : `${place.address}, ${place.city}`,
      link: course.seed.modality === "in-person" ? null : "https://meet.example/hourbook-state",
      claimCode: this.nextCode(),
    };
  }

  private insertOffering(offering: StateOffering): void {
    const { plan, course, publishedAt } = offering;
    const { chance, rows } = this.world;
    const { size, isFull, state } = plan;
    const decided =
      state === "draft"
        ? {}
        : {
            inServiceNumber: offering.inServiceNumber,
            approvedMinutes: offering.approvedMinutes,
            policy: course.provider.policy,
            publishedAt,
          };
    const cancelledAt = Math.min(publishedAt + 30 * DAY, this.world.now - DAY);
    rows.insert(offerings, {
      id: offering.id,
      courseId: course.id,
      providerId: course.provider.id,
      state,
      modality: course.seed.modality,
      place: offering.place,
      address: offering.address,
      hostOrganisationId: course.seed.modality === "online" ? null : chance.pick(this.#hosts),
      link: offering.link,
      bring: "A laptop, and a water bottle.",
      timeZone: REGION_TIME_ZONE,
      capacity: isFull ? size : size + chance.between(5, 60),
      waitlistLimit: Math.max(10, Math.ceil(size / 2)),
      priceCents: course.seed.priceCents,
      startsAt: offering.startsAt,
      endsAt: offering.endsAt,
      ...decided,
      ...(state === "published" && { claimCode: offering.claimCode }),
      ...(state === "cancelled" && { cancelledAt, cancelReason: "The venue is closed for repairs." }),
      createdAt: publishedAt - 20 * DAY,
      updatedAt: publishedAt,
    });
  }

  private insertSessions({ id, sessions: own, publishedAt, designations }: StateOffering): void {
    const { rows, ids } = this.world;
    for (const { id: sessionId, startsAt, endsAt, pauses } of own) {
      rows.insert(sessions, { id: sessionId, offeringId: id, startsAt, endsAt, timeZone: REGION_TIME_ZONE });
      for (const pause of pauses)
        rows.insert(sessionPauses, { id: ids.at(publishedAt - 20 * DAY), sessionId, ...pause });
    }
    for (const { code, minutes } of designations)
      rows.insert(offeringDesignations, { offeringId: id, designation: code as Designation, minutes });
  }

  private insertPeopleBehind(offering: StateOffering): void {
    const { rows, ids } = this.world;
    const { id, facilitator, publishedAt, plan, approvedMinutes } = offering;
    const [madeAt, decidedAt] = [publishedAt - 20 * DAY, publishedAt - DAY];
    const qualifications = "Ten years of teaching and coaching in the region (invented).";
    rows.insert(instructors, {
      id: ids.at(madeAt),
      offeringId: id,
      personId: facilitator.id,
      name: facilitator.name,
      qualifications,
    });
    const granted = { grantedBy: this.staff.coordinator, grantedAt: madeAt };
    rows.insert(grants, {
      id: ids.at(madeAt),
      personId: facilitator.id,
      role: "facilitator",
      offeringId: id,
      ...granted,
    });
    if (plan.state === "draft") return;
    rows.insert(approvalDecisions, {
      id: ids.at(decidedAt),
      offeringId: id,
      decision: "approved",
      decidedAt,
      decidedBy: this.staff.coordinator,
      committeeMetOn: dateOf(decidedAt - DAY, REGION_TIME_ZONE),
      approvedMinutes,
      plan: approvedPlanOf(offering, qualifications),
    });
  }

  private nextNumber({ provider }: StateCourse, date: string): string {
    const year = approvalYearOf(date) % 100;
    const prefix = `${provider.shortName}-${String(year).padStart(2, "0")}${String(year + 1).padStart(2, "0")}-`;
    // The database's own offerings have the numbers below.
    const number = (this.#numbers.get(prefix) ?? 1_000) + 1;
    this.#numbers.set(prefix, number);
    return prefix + String(number);
  }

  /** Codes that no generated offering has twice; those of others, drawn at random, begin otherwise almost always. */
  private nextCode(): string {
    const { length } = CODE_ALPHABET;
    let rest = this.#codes++;
    let code = "";
    for (let place = 0; place < 4; place++, rest = Math.floor(rest / length)) code += CODE_ALPHABET[rest % length];
    return `XX${code}`;
  }
}

function sessionOn({ seed }: StateCourse, date: string, id: string): StateSession {
  const at = (time: string) => toInstant(`${date}T${time}`, REGION_TIME_ZONE);
  const { startTime, endTime, pauses } = seed.sessions;
  return {
    id,
    date,
    startsAt: at(startTime),
    endsAt: at(endTime),
    pauses: pauses.map(({ kind, start, end }) => ({ kind, startsAt: at(start), endsAt: at(end) })),
    presence: [{ from: at(startTime), to: at(endTime) }],
  };
}

const designationsOf = ({ seed }: StateCourse, minutes: number) =>
  seed.designations.filter((code) => code !== "TPEP").map((code) => ({ code, minutes }));

function approvedPlanOf(
  { course, sessions: own, facilitator, place, address, designations }: StateOffering,
  qualifications: string,
) {
  const { objectives, standards, modality } = course.seed;
  return {
    title: course.title,
    objectives,
    standards,
    modality,
    place: [place, address].filter(Boolean).join(", "),
    sessions: own.map(({ startsAt, endsAt, pauses }) => ({
      startsAt,
      endsAt,
      timeZone: REGION_TIME_ZONE,
      topic: null,
      place: null,
      pauses,
    })),
    instructors: [{ name: facilitator.name, qualifications }],
    designations: designations.map(({ code, minutes }) => ({ designation: code as Designation, minutes })),
  };
}
