import { z } from "zod";
import { known, link, message, offering, person, session, text } from "./message";

/** What staff write to everyone of an offering, for each of them. */
const written = offering.extend({
  senderName: text,
  title: text,
  body: text,
  // The names of the files that go with it, and the row by which the deliverer finds them.
  attachments: z.array(text).default([]),
  messageId: known.default(null),
  registrationUrl: link,
});

/** What staff get for their work, and what they write to everyone of an offering, or to one person. */
export const DESK_MESSAGES = {
  "offering-message": message({
    category: "facilitator",
    guarantee: "at-least-once",
    payload: written,
    link: "registrationUrl",
    subject: ({ title, offeringTitle }) => `${title} (${offeringTitle})`,
  }),
  // What somebody writes and tries on themself first: it comes at once, whatever they chose for such mail.
  "offering-message-test": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: written.extend({ files: z.array(z.object({ fileHash: text, name: text })) }),
    link: "registrationUrl",
    subject: ({ title, offeringTitle }) => `Test: ${title} (${offeringTitle})`,
  }),
  "person-message": message({
    category: "facilitator",
    guarantee: "at-least-once",
    payload: person.extend({
      providerName: text,
      senderName: text,
      senderAddress: text,
      title: text,
      body: text,
      deskUrl: link,
    }),
    link: "deskUrl",
    subject: ({ title, providerName }) => `${title} (${providerName})`,
  }),
  // What somebody wrote to the mailbox that mail comes from; whoever reads it answers its writer.
  "answer-passed-on": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: person.extend({
      senderName: text,
      senderAddress: text,
      title: text,
      body: text,
      answered: known,
      files: z.array(text),
    }),
    link: null,
    subject: ({ title, senderName }) => `${senderName}: ${title}`,
  }),
  "inquiry-asked": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: offering.extend({ askerName: text, about: text, body: text, inquiryUrl: link }),
    link: "inquiryUrl",
    subject: ({ askerName, offeringTitle }) => `${askerName} asks: ${offeringTitle}`,
  }),
  "inquiry-answered": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ senderName: text, body: text, inquiryUrl: link }),
    link: "inquiryUrl",
    subject: ({ offeringTitle }) => `An answer to your inquiry: ${offeringTitle}`,
  }),
  "handed-over": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: offering.extend({ begins: known, fromName: text, toName: text, reason: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ toName, fromName, offeringTitle }) => `${toName} teaches instead of ${fromName}: ${offeringTitle}`,
  }),
  "roster-tomorrow": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: offering.extend({ session, expected: text, needs: known, rosterUrl: link }),
    link: "rosterUrl",
    subject: ({ expected, offeringTitle }) => `Tomorrow, ${expected}: ${offeringTitle}`,
  }),
  "confirm-attendance": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: offering.extend({ endedOn: text, waiting: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `Please confirm attendance: ${offeringTitle}`,
  }),
  "claims-ageing": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({
      providerName: text,
      waiting: text,
      overOneWeek: known,
      overTwoWeeks: known,
      overFourWeeks: known,
      queueUrl: link,
    }),
    link: "queueUrl",
    subject: ({ waiting, providerName }) => `${waiting} to verify: ${providerName}`,
  }),
  "new-hours": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({ organisationName: text, lines: text, exportUrl: link }),
    link: "exportUrl",
    subject: ({ lines, organisationName }) => `New hours, ${lines}: ${organisationName}`,
  }),
  "salary-cutoff": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({
      organisationName: text,
      cutoffOn: text,
      howSoon: text,
      lines: text,
      exportUrl: link,
    }),
    link: "exportUrl",
    subject: ({ howSoon, organisationName }) => `Salary cut-off ${howSoon}: ${organisationName}`,
  }),
  "token-ending": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({
      organisationName: text,
      tokenName: text,
      ending: text,
      endsAt: text,
      howSoon: text,
      lastUsed: text,
      tokensUrl: link,
    }),
    link: "tokensUrl",
    subject: ({ howSoon, organisationName }) => `An API token ends ${howSoon}: ${organisationName}`,
  }),
};
