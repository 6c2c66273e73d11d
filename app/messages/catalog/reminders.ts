import { z } from "zod";
import { arrival, link, message, offering, person, session, text } from "./message";

/** What is due to educators, and the daily summary of what they did not want at once. */
export const REMINDER_MESSAGES = {
  "session-reminder": message({
    category: "reminders",
    guarantee: "at-most-once",
    payload: offering.extend({
      howSoon: text,
      session,
      joinUrl: link.nullable(),
      ...arrival,
      registrationUrl: link,
    }),
    link: "registrationUrl",
    subject: ({ howSoon, offeringTitle }) => `${howSoon.charAt(0).toUpperCase()}${howSoon.slice(1)}: ${offeringTitle}`,
  }),
  "claim-reminder": message({
    category: "reminders",
    guarantee: "at-most-once",
    payload: offering.extend({ earnedHours: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `Hours you have not claimed yet: ${offeringTitle}`,
  }),
  "evaluation-reminder": message({
    category: "reminders",
    guarantee: "at-most-once",
    payload: offering.extend({ claimedHours: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `One step before your hours: evaluate ${offeringTitle}`,
  }),
  "payment-reminder": message({
    category: "reminders",
    guarantee: "at-most-once",
    payload: offering.extend({ claimedHours: text, amount: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ amount, offeringTitle }) => `Fee still open, ${amount}: ${offeringTitle}`,
  }),
  // HR of a district asks for it; at most once a week.
  "claims-before-cutoff": message({
    category: "reminders",
    guarantee: "at-least-once",
    payload: person.extend({
      organisationName: text,
      cutoffOn: text,
      howSoon: text,
      claims: z.array(z.object({ title: text, waits: text })),
      claimsUrl: link,
    }),
    link: "claimsUrl",
    subject: ({ organisationName, howSoon }) => `Finish your claims, cut-off ${howSoon}: ${organisationName}`,
  }),
  "renewal-short": message({
    category: "renewal",
    guarantee: "at-most-once",
    payload: person.extend({
      expiresOn: text,
      hours: text,
      needed: text,
      missing: text,
      need: text.optional(),
      hoursUrl: link,
    }),
    link: "hoursUrl",
    subject: ({ missing }) => `A year to renew your certificate: ${missing} hours to go`,
  }),
  digest: message({
    category: "digest",
    guarantee: "at-most-once",
    payload: person.extend({ items: z.array(z.object({ title: text, url: link })) }),
    link: null,
    subject: ({ items }) => {
      const [first, ...others] = items;
      return `Hourbook today: ${first && others.length === 0 ? first.title : `${items.length} messages`}`;
    },
  }),
};
