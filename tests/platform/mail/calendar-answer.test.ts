import { expect, test } from "vitest";
import { readCalendarAnswer } from "~/platform/mail/calendar-answer";

const answer = (method: string, attendee: string, uid = "r1.s1@hourbook.example") =>
  [
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${uid}`,
    attendee,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const SENDER = "Ana@District.example";
const ATTENDEE = "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@district.example";

test.each([
  ["REPLY", ATTENDEE, "declined"],
  ["REPLY", 'ATTENDEE;CN="Sample, Ana";PARTSTAT=DECLINED;RSVP=TRUE:MAILTO:ana@district.example', "declined"],
  ["REPLY", 'ATTENDEE;CN="Sample\r\n , Ana";PARTSTAT=DECL\r\n INED:mailto:ana@district.exa\r\n mple', "declined"],
  ["reply", ATTENDEE.replace("DECLINED", "declined"), "declined"],
  ["REPLY", ATTENDEE.replace("DECLINED", "TENTATIVE"), "tentative"],
  ["REPLY", ATTENDEE.replace("DECLINED", "ACCEPTED"), "accepted"],
  ["COUNTER", "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ana@district.example", "proposed"],
])("%s with %j says %s", (method, attendee, says) => {
  expect(readCalendarAnswer(answer(method, attendee), SENDER)).toEqual({
    kind: "calendar-answer",
    key: "r1.s1",
    says,
    from: ["ana@district.example", "ana@district.example"],
  });
});

test.each([
  ["an invitation", answer("REQUEST", ATTENDEE)],
  ["an answer to nothing", answer("REPLY", ATTENDEE, "")],
  ["an answer without a state", answer("REPLY", "ATTENDEE:mailto:ana@district.example")],
  ["a state that is none", answer("REPLY", ATTENDEE.replace("DECLINED", "CONSTRUCTOR"))],
  ["nothing", ""],
])("%s is no answer", (_name, text) => {
  expect(readCalendarAnswer(text, SENDER)).toBeNull();
});
