import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import type { Modality } from "~/catalog/offerings/offering-state";
import { formatClockHours } from "~/platform/format";
import { toZonedDateTime } from "~/platform/time/time-zone";
import { availabilityOf, type SeatCounts } from "~/registration/seats/seats";

/** What schema.org calls the run of a course, and an event, is an offering here. */
interface DescribedOffering {
  id: string;
  state: string;
  modality: Modality;
  place: string;
  address: string | null;
  timeZone: string;
  /** Epoch milliseconds. */
  startsAt: number | null;
  endsAt: number | null;
  capacity: number;
  priceCents: number;
}

interface DescribedCourse {
  title: string;
  summary: string;
}

const MODES: Record<Modality, { attendance: string; course: string }> = {
  "in-person": { attendance: "OfflineEventAttendanceMode", course: "onsite" },
  online: { attendance: "OnlineEventAttendanceMode", course: "online" },
  hybrid: { attendance: "MixedEventAttendanceMode", course: "blended" },
};

interface CourseWithDates {
  course: DescribedCourse;
  providerName: string;
  designations: readonly Designation[];
  offerings: readonly (DescribedOffering & { seats: SeatCounts })[];
}

/** A course with its dates to come, as search engines read it (schema.org/Course). */
export function describeCourse(
  origin: string,
  { course, providerName, designations, offerings }: CourseWithDates,
): object {
  return {
    "@type": "Course",
    name: course.title,
    description: course.summary,
    provider: organization(providerName),
    ...(designations.length > 0 && { about: designations.map((code) => DESIGNATIONS[code]) }),
    hasCourseInstance: offerings.map((offering) => ({
      "@type": "CourseInstance",
      courseMode: MODES[offering.modality].course,
      ...whenAndWhere(origin, offering),
      offers: offerOf(offering, offering.seats),
    })),
  };
}

interface OfferingOfCourse {
  course: DescribedCourse;
  provider: { name: string };
  offering: DescribedOffering & { approvedMinutes: number | null };
  instructors: readonly { name: string }[];
}

/** An offering, as search engines read it (schema.org/EducationEvent). Where to join it is nobody's but a registered person's. */
export function describeOffering(
  origin: string,
  { course, provider, offering, instructors }: OfferingOfCourse,
  seats: SeatCounts,
): object {
  const cancelled = offering.state === "cancelled";
  return {
    "@type": "EducationEvent",
    name: course.title,
    description: course.summary,
    ...whenAndWhere(origin, offering),
    eventAttendanceMode: `https://schema.org/${MODES[offering.modality].attendance}`,
    eventStatus: `https://schema.org/${cancelled ? "EventCancelled" : "EventScheduled"}`,
    maximumAttendeeCapacity: offering.capacity,
    organizer: organization(provider.name),
    ...(instructors.length > 0 && { performer: instructors.map(({ name }) => ({ "@type": "Person", name })) }),
    ...(offering.approvedMinutes && { educationalCredentialAwarded: formatClockHours(offering.approvedMinutes) }),
    ...(!cancelled && { offers: offerOf(offering, seats) }),
  };
}

const organization = (name: string) => ({ "@type": "Organization", name });

function whenAndWhere(origin: string, { id, startsAt, endsAt, timeZone, modality, place, address }: DescribedOffering) {
  const url = `${origin}/offerings/${id}`;
  const room = { "@type": "Place", name: place, ...(address && { address }) };
  return {
    url,
    ...(startsAt !== null && { startDate: localTime(startsAt, timeZone) }),
    ...(endsAt !== null && { endDate: localTime(endsAt, timeZone) }),
    location: modality === "online" ? { "@type": "VirtualLocation", url } : room,
  };
}

function offerOf({ priceCents }: DescribedOffering, seats: SeatCounts) {
  return {
    "@type": "Offer",
    price: (priceCents / 100).toFixed(2),
    priceCurrency: "USD",
    availability: `https://schema.org/${availabilityOf(seats) === "open" ? "InStock" : "SoldOut"}`,
  };
}

/** Wall time with its distance from UTC, which is how people of other zones are told right. */
const localTime = (at: number, timeZone: string): string =>
  toZonedDateTime(at, timeZone).toString({ timeZoneName: "never", smallestUnit: "second" });
