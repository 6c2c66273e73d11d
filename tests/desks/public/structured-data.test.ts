import { expect, test } from "vitest";
import { describeCourse, describeOffering } from "~/desks/public/structured-data";
import { toInstant } from "~/platform/time/time-zone";

const ORIGIN = "https://hourbook.test";
const course = { title: "Reading", summary: "How to read." };
const offering = {
  id: "o1",
  state: "published",
  modality: "in-person" as const,
  place: "Renton, Cedar room",
  address: "800 Oakesdale Ave SW",
  timeZone: "America/Los_Angeles",
  startsAt: toInstant("2027-03-13T09:00", "America/Los_Angeles"),
  endsAt: toInstant("2027-03-20T16:00", "America/Los_Angeles"),
  capacity: 30,
  priceCents: 2_550,
  approvedMinutes: 330,
};
const seats = { capacity: 30, waitlistLimit: null, registered: 30, offered: 0, requested: 0, waiting: 2 };
const provider = { name: "Puget Sound ESD" };

test("an offering is an event with its own wall time on both sides of a clock change", () => {
  expect(describeOffering(ORIGIN, { course, provider, offering, instructors: [{ name: "Ines" }] }, seats)).toEqual({
    "@type": "EducationEvent",
    name: "Reading",
    description: "How to read.",
    url: "https://hourbook.test/offerings/o1",
    startDate: "2027-03-13T09:00:00-08:00",
    endDate: "2027-03-20T16:00:00-07:00",
    location: { "@type": "Place", name: "Renton, Cedar room", address: "800 Oakesdale Ave SW" },
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    eventStatus: "https://schema.org/EventScheduled",
    maximumAttendeeCapacity: 30,
    organizer: { "@type": "Organization", name: "Puget Sound ESD" },
    performer: [{ "@type": "Person", name: "Ines" }],
    educationalCredentialAwarded: "5.5 clock hours",
    offers: {
      "@type": "Offer",
      price: "25.50",
      priceCurrency: "USD",
      availability: "https://schema.org/SoldOut",
    },
  });
});

test("a cancelled one is called so and offers nothing; one online says no more of where than its own page", () => {
  const cancelled = { ...offering, state: "cancelled", modality: "online" as const };
  const described = describeOffering(ORIGIN, { course, provider, offering: cancelled, instructors: [] }, seats);
  expect(described).toMatchObject({
    eventStatus: "https://schema.org/EventCancelled",
    location: { "@type": "VirtualLocation", url: "https://hourbook.test/offerings/o1" },
  });
  expect(Object.keys(described)).not.toContain("offers");
});

test("a course names its dates to come and what its hours count for", () => {
  const offerings = [{ ...offering, modality: "hybrid" as const, seats: { ...seats, registered: 2, waiting: 0 } }];
  const designations = ["EQUITY" as const];
  expect(describeCourse(ORIGIN, { course, providerName: provider.name, designations, offerings })).toMatchObject({
    "@type": "Course",
    provider: { name: "Puget Sound ESD" },
    about: ["Equity"],
    hasCourseInstance: [
      { "@type": "CourseInstance", courseMode: "blended", offers: { availability: "https://schema.org/InStock" } },
    ],
  });
});
