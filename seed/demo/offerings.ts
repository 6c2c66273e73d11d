import type { Designation } from "~/catalog/courses/designation";
import { createCourse, publishCourse } from "~/catalog/courses/course.server";
import { createOffering } from "~/catalog/offerings/offering.server";
import { publishOffering } from "~/catalog/offerings/publication.server";
import { approveOffering } from "~/desks/coordinator/approve-offering.server";
import type { RoleKind } from "~/people/roles/role";
import type { Outcome } from "~/platform/outcome";
import { addDays, dateOf, startOfDate, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { COURSES } from "../courses/all";
import { countableMinutes, type CourseSeed } from "../courses/course-seed";
import { ONLINE_PLACE, PLACES } from "../places";
import { schoolDay, schoolDaysFrom, schoolWeek } from "../school-days";
import type { Chance } from "./chance";
import type { DemoPeople, DemoPerson } from "./people";
import type { DemoProviders } from "./providers";

const DAY = 86_400_000;

export interface DemoOffering {
  id: string;
  facilitator: DemoPerson;
  audiences: readonly RoleKind[];
  dates: string[];
  publishedAt: number;
  registerWith: number;
}

/** The value of a command that must succeed: a refusal here is a mistake in the demo. */
export function must<T, R extends string>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`The demo was refused: ${outcome.reason} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}

/** Makes courses and offerings the way a coordinator does: drafted, approved, published, each at its time. */
export class DemoCatalog {
  readonly #courseIds = new Map<CourseSeed, string>();
  readonly #scopeIds: string[];
  #place = 0;

  constructor(
    private readonly people: DemoPeople,
    private readonly chance: Chance,
    private readonly providers: DemoProviders,
    private readonly facilitators: readonly DemoPerson[],
    private readonly now: number,
  ) {
    this.#scopeIds = Object.values(providers);
  }

  insertCourses(): void {
    const ctx = this.coordinating(this.now - 420 * DAY);
    COURSES.forEach((course, index) => {
      const { title, summary, description, objectives, standards, programArea, audiences } = course;
      const { id } = must(
        createCourse(ctx, {
          providerId: this.providerFor(course, index),
          programArea,
          title,
          summary,
          description,
          objectives,
          standards,
          audiences,
          designations: course.designations as Designation[],
        }),
      );
      must(publishCourse(ctx, id));
      this.#courseIds.set(course, id);
    });
  }

  /** The id under which a course was inserted. */
  courseIdOf(course: CourseSeed): string {
    const id = this.#courseIds.get(course);
    if (!id) throw new Error(`The course ${course.title} is not inserted yet.`);
    return id;
  }

  /** 78 offerings that are over, 4 series under way, 38 ahead: each course at least once. */
  planPast(): DemoOffering[] {
    return this.spread(78, (course) => {
      const days = (course.sessions.count - 1) * course.sessions.everyDays;
      // A break in between puts the end of a series off.
      const breaks = days > 7 ? 21 : 7;
      return -this.chance.between(days + breaks, Math.max(days + breaks + 1, 350));
    });
  }

  planUnderWay(): DemoOffering[] {
    const series = COURSES.filter(({ sessions }) => sessions.count >= 4 && sessions.everyDays >= 7).slice(0, 4);
    return series.map((course) => this.publish(course, -course.sessions.everyDays * 2 + 3));
  }

  planFuture(): DemoOffering[] {
    return this.spread(38, () => this.chance.between(3, 175));
  }

  /** One offering of a course that meets for a day `offset` days from today. */
  publish(
    course: CourseSeed,
    offset: number,
    options: { facilitator?: DemoPerson; capacity?: number } = {},
  ): DemoOffering {
    return this.publishOn(course, this.datesOf(course, offset), options);
  }

  /** The days of a course that begins `offset` days from today, or the next school day before or after. */
  datesOf({ sessions }: CourseSeed, offset: number): string[] {
    const today = dateOf(this.now, REGION_TIME_ZONE);
    const way = offset < 0 ? -1 : 1;
    if (sessions.count > 1 && sessions.everyDays < 7) return schoolWeek(addDays(today, offset), sessions.count, way);
    return schoolDaysFrom(schoolDay(addDays(today, offset), way), sessions.count, sessions.everyDays);
  }

  /** One offering of a course on given dates. */
  publishOn(
    course: CourseSeed,
    dates: string[],
    {
      facilitator = this.chance.pick(this.facilitators),
      capacity = course.capacity,
    }: { facilitator?: DemoPerson; capacity?: number } = {},
  ): DemoOffering {
    const startsAt = startOfDate(dates[0]!, REGION_TIME_ZONE);
    const draftedAt = Math.min(startsAt - 60 * DAY, this.now - 12 * DAY);
    const id = this.draft(course, dates, facilitator, capacity, draftedAt);
    // A2: ten full working days before the first session; a session of today was approved a month ago.
    const approvedAt = Math.min(startsAt - 30 * DAY, this.now - 8 * DAY);
    must(
      approveOffering(this.coordinating(approvedAt), {
        offeringId: id,
        committeeMetOn: addDays(dateOf(approvedAt, REGION_TIME_ZONE), -1),
      }),
    );
    const publishedAt = approvedAt + DAY;
    must(publishOffering(this.coordinating(publishedAt), id));
    const registerWith = Math.min(capacity, this.chance.between(6, 22));
    return { id, facilitator, audiences: course.audiences, dates, publishedAt, registerWith };
  }

  /** A draft that waits for the committee. */
  draft(course: CourseSeed, dates: string[], facilitator: DemoPerson, capacity: number, draftedAt: number): string {
    const { sessions, modality, priceCents } = course;
    const venue = modality === "online" ? ONLINE_PLACE : PLACES[this.#place++ % PLACES.length]!;
    const minutes = Math.floor(countableMinutes(sessions) / 30) * 30;
    const { id } = must(
      createOffering(this.coordinating(draftedAt), {
        courseId: this.courseIdOf(course),
        modality,
        place: venue.name,
        address: modality === "online" ? undefined : `${venue.address}, ${venue.city}`,
        arrival: modality === "online" ? undefined : venue.directions,
        bring: modality === "online" ? "A headset, and a room where you can speak." : "A laptop, and a water bottle.",
        hostOrganisationId: this.hostOf(venue.city),
        link: modality === "in-person" ? undefined : "https://meet.example/hourbook-demo",
        capacity,
        waitlistLimit: Math.max(10, Math.ceil(capacity / 2)),
        priceCents,
        sessions: dates.map((date) => ({
          date,
          startTime: sessions.startTime,
          endTime: sessions.endTime,
          pauses: sessions.pauses,
        })),
        instructors: [
          {
            personId: facilitator.personId,
            name: facilitator.name,
            qualifications: "Ten years of teaching and coaching in the region (invented).",
          },
        ],
        designations: course.designations
          .filter((code) => code !== "TPEP")
          .map((code) => ({ designation: code as Designation, minutes })),
      }),
    );
    return id;
  }

  coordinating(now: number) {
    return { ...this.people.acting(this.people.account("coordinator"), now), scopeIds: this.#scopeIds };
  }

  private spread(count: number, offsetOf: (course: CourseSeed) => number): DemoOffering[] {
    const order = this.chance.shuffle(COURSES);
    return Array.from({ length: count }, (_, index) => {
      const course = order[index % order.length]!;
      return this.publish(course, offsetOf(course));
    });
  }

  // A4: government-to-government hours come from an approved expert only.
  private providerFor(course: CourseSeed, index: number): string {
    if (course.designations.includes("G2G")) return this.providers.partner;
    if (course.designations.length > 0) return this.providers.psesd;
    if (index % 7 === 3) return this.providers.esd113;
    return index % 7 === 5 ? this.providers.district : this.providers.psesd;
  }

  private hostOf(city: string): string | undefined {
    try {
      return this.people.organisationId(city);
    } catch {
      return undefined;
    }
  }
}
