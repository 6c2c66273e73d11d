import { shortCodeOf } from "~/registration/passes/short-code";
import type { MessagePayloads } from "~/messages/catalog/catalog";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { formatDateTime, formatHours, formatMoney, formatPlainDate, formatSessionLine } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { Posted } from "./claims";
import type { Keeping } from "./keeping";
import type { StateOffering } from "./offerings";
import { confirmationOf, type Participant } from "./taking-part";
import { DAY, type World } from "./world";

/** The mails that people of one offering got; what is the same for everybody is made once. */
export class MailWriter {
  readonly #shared: { providerName: string; offeringTitle: string; inServiceNumber: string };
  readonly #registered: Omit<MessagePayloads["registered"], "personName" | "pass">;
  readonly #calendar: string;
  readonly #replyTo: { name: string; address: string } | null;
  readonly #designations: string[];

  constructor(
    private readonly world: World,
    private readonly keeping: Keeping,
    private readonly offering: StateOffering,
  ) {
    const { course, inServiceNumber } = offering;
    this.#replyTo = course.provider.contact;
    this.#shared = { providerName: course.provider.name, offeringTitle: course.title, inServiceNumber };
    this.#registered = { ...this.#shared, ...registeredOf(world, offering) };
    this.#calendar = calendarOf(offering);
    this.#designations = offering.designations.map(
      ({ code, minutes }) => `${DESIGNATIONS[code as Designation]}: ${formatHours(minutes)}`,
    );
  }

  /** That somebody has a seat, with the first session for their calendar. */
  registered({ person, registrationId, registeredAt }: Participant): void {
    const pass = { registrationId, code: shortCodeOf(registrationId) };
    const payload = { personName: person.name, ...this.#registered, pass };
    const calendar = this.#calendar
      .replaceAll("{registration}", registrationId)
      .replaceAll("{name}", person.name)
      .replaceAll("{address}", person.email);
    this.keeping.mail(registeredAt, person, {
      kind: "registered",
      subjectId: registrationId,
      payload,
      calendar,
      replyTo: this.#replyTo,
    });
  }

  /** That somebody can claim hours. */
  claimOpen({ person, earnedMinutes }: Participant, claimId: string): void {
    const payload: MessagePayloads["claim-open"] = {
      personName: person.name,
      ...this.#shared,
      earnedHours: formatHours(earnedMinutes ?? 0),
      claimCode: this.offering.claimCode,
      claimBy: null,
      actionUrl: `${this.world.origin}/claims/${claimId}`,
    };
    const at = confirmationOf(this.offering);
    this.keeping.mail(at, person, {
      kind: "claim-open",
      subjectId: claimId,
      payload: { ...payload },
      replyTo: this.#replyTo,
    });
  }

  /** That somebody's hours are posted. */
  posted({ person }: Participant, { creditId, minutes, postedAt }: Posted): void {
    const payload: MessagePayloads["credit-posted"] = {
      personName: person.name,
      ...this.#shared,
      hours: formatHours(minutes),
      completedOn: formatPlainDate(this.offering.completedOn),
      designations: this.#designations,
      transcriptUrl: `${this.world.origin}/transcript`,
    };
    this.keeping.mail(postedAt, person, {
      kind: "credit-posted",
      subjectId: creditId,
      payload: { ...payload },
      replyTo: this.#replyTo,
    });
  }
}

function registeredOf({ origin, now }: World, offering: StateOffering) {
  const { course, place, address, link, startsAt } = offering;
  const { provider, seed } = course;
  const withdrawBy = startsAt - provider.policy.cancelDays * DAY;
  return {
    sessions: offering.sessions.map((session) => ({
      when: formatSessionLine(session.startsAt, session.endsAt, REGION_TIME_ZONE),
      where: place,
      joinUrl: link,
    })),
    arrival: "Free parking in the north garage. Step-free entrance from level 2.",
    mapUrl: address === null ? null : `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`,
    bring: "A laptop, and a water bottle.",
    contact: provider.contact && `${provider.contact.name}, ${provider.contact.address}`,
    approvedHours: formatHours(offering.approvedMinutes),
    price: seed.priceCents > 0 ? formatMoney(seed.priceCents) : null,
    withdrawBy: withdrawBy > now ? formatDateTime(withdrawBy, REGION_TIME_ZONE) : null,
    offeringUrl: `${origin}/offerings/${offering.id}`,
  };
}

/** As long as a real one. */
function calendarOf({ course, sessions, place, inServiceNumber }: StateOffering): string {
  const { date, id } = sessions[0]!;
  const day = date.replaceAll("-", "");
  const time = (text: string) => `${text.replace(":", "")}00`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Hourbook//Hourbook//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:{registration}.${id}@localhost`,
    "SEQUENCE:0",
    `DTSTAMP:${day}T070000Z`,
    `DTSTART;TZID=America/Los_Angeles:${day}T${time(course.seed.sessions.startTime)}`,
    `DTEND;TZID=America/Los_Angeles:${day}T${time(course.seed.sessions.endTime)}`,
    `SUMMARY:${course.title}`,
    `LOCATION:${place}`,
    `DESCRIPTION:${course.provider.name}\\n${inServiceNumber}`,
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="{name}":MAILTO:{address}',
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
}
