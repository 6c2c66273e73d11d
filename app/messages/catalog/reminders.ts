import { z } from "zod";
import { capitalized } from "~/platform/format";
import { arrival, link, message, offering, pass, person, session, text } from "./message";

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
      ...pass,
      registrationUrl: link,
    }),
    link: "registrationUrl",
    subject: ({ howSoon, offeringTitle }) => `${capitalized(howSoon)}: ${offeringTitle}`,
  }),
  "steps-due": message({
    category: "reminders",
    guarantee: "at-most-once",
    payload: offering.extend({ howSoon: text, dueBy: text, steps: z.array(text), registrationUrl: link }),
    link: "registrationUrl",
    subject: ({ howSoon, offeringTitle }) => `Steps due ${howSoon}: ${offeringTitle}`,
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
      /** Messages from before there were several of them say neither. */
      left: text.optional(),
      closing: z.object({ title: text, url: link }).optional(),
      hoursUrl: link,
    }),
    link: "hoursUrl",
    subject: ({ missing, left = "a year" }) => `${capitalized(left)} to renew your certificate: ${missing} hours to go`,
  }),
  // What HR writes to those whose renewal it is shown, to each with what they lack.
  "renewal-note": message({
    category: "renewal",
    guarantee: "at-least-once",
    payload: person.extend({
      districtName: text,
      senderName: text,
      senderAddress: text,
      body: text,
      expiresOn: text,
      need: text,
      hoursUrl: link,
    }),
    link: "hoursUrl",
    subject: ({ districtName, need }) => `For your renewal, ${need} (${districtName})`,
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
