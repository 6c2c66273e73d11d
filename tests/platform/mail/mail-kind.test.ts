import { expect, test } from "vitest";
import { automaticKindOf, isPlainReport, type MailSigns } from "~/platform/mail/mail-kind";

const OURS = "no-reply@hourbook.example";

function signs(headers: Record<string, string>, rest: Partial<MailSigns> = {}): MailSigns {
  const { from = "ana@district.example", subject = "Re: You have a seat", ...others } = headers;
  return { headers: new Map(Object.entries(others)), from, subject, parts: [], calendarMethod: null, ...rest };
}

test.each([
  ["a person's answer", signs({}), null],
  ["a person's new mail", signs({ subject: "Where do we park?" }), null],
  ["a person's mail that says it is none", signs({ "auto-submitted": "no" }), null],
  ["away, by RFC 3834", signs({ "auto-submitted": "auto-replied" }), "away"],
  ["away, by its parameters", signs({ "auto-submitted": "auto-replied (vacation)" }), "away"],
  ["away, by Exchange", signs({ "x-auto-response-suppress": "All", subject: "Automatic reply: A seat" }), "away"],
  ["away, by its precedence", signs({ precedence: "auto_reply" }), "away"],
  ["away, by its subject", signs({ subject: "Out of Office: A seat" }), "away"],
  ["away, in German", signs({ subject: "Automatische Antwort: A seat" }), "away"],
  ["away, in French", signs({ subject: "Réponse automatique : A seat" }), "away"],
  ["away, in Spanish", signs({ subject: "Respuesta automática: A seat" }), "away"],
  ["away, in Japanese", signs({ subject: "自動返信: A seat" }), "away"],
  ["a null sender", signs({ "return-path": "<>" }), "away"],
  ["a daemon", signs({ from: "MAILER-DAEMON@mx.example", subject: "Hello" }), "away"],
  ["a list", signs({ "list-id": "<staff.school.example>" }), "list"],
  ["bulk", signs({ precedence: "bulk" }), "list"],
  ["a challenge", signs({ subject: "Please confirm your message to Bo" }), "challenge"],
  ["a calendar's answer", signs({}, { calendarMethod: "REPLY", subject: "Declined: MTSS" }), "calendar"],
  ["a receipt", signs({}, { parts: ["message/disposition-notification"] }), "receipt"],
  ["our own mail", signs({ from: "No-Reply@Hourbook.example" }), "ours"],
])("%s", (_what, mail, kind) => {
  expect(automaticKindOf(mail, OURS)).toBe(kind);
});

test.each([
  [
    "a daemon's words",
    signs({ from: "MAILER-DAEMON@mx.example", subject: "Undelivered Mail Returned to Sender" }),
    true,
  ],
  ["Exim's field", signs({ "x-failed-recipients": "bo@district.example", subject: "Hello" }), true],
  ["qmail", signs({ from: "MAILER-DAEMON@mx.example", subject: "failure notice" }), true],
  ["German", signs({ from: "postmaster@mx.example", subject: "Nachricht unzustellbar" }), true],
  ["a mailer, whatever it says", signs({ from: "MAILER-DAEMON@mx.example", subject: "Your mail" }), true],
  ["an office", signs({ from: "System@mx.example", subject: "NDN: You have a seat" }), true],
  ["an office that writes of something else", signs({ from: "admin@district.example", subject: "Parking" }), false],
  ["a null sender", signs({ "return-path": "<>", subject: "User unknown" }), true],
  ["away, with a null sender", signs({ "return-path": "<>", subject: "Automatic reply: User unknown" }), false],
  ["a person who asks about one", signs({ subject: "Re: Undeliverable: You have a seat" }), false],
  ["a person who tells of one", signs({ subject: "Mail delivery failed for my colleague" }), false],
  ["a vacation", signs({ subject: "Automatic reply", "auto-submitted": "auto-replied" }), false],
  [
    "a receipt",
    signs({ subject: "Not delivered", "return-path": "<>" }, { parts: ["message/disposition-notification"] }),
    false,
  ],
])("a report without a part for programs: %s", (_what, mail, expected) => {
  expect(isPlainReport(mail)).toBe(expected);
});
