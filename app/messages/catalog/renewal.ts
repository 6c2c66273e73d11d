import { z } from "zod";
import { known, link, message, person, text } from "./message";

/** About what somebody earned elsewhere for the renewal of a certificate. */
export const RENEWAL_MESSAGES = {
  "outside-hours-sent": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: person.extend({ providerName: text, educatorName: text, queueUrl: link }),
    link: "queueUrl",
    subject: ({ educatorName }) => `Hours from elsewhere to check: ${educatorName}`,
  }),
  "outside-hours-decided": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: person.extend({
      providerName: text,
      decision: z.enum(["accepted", "returned", "taken-back"]),
      title: text,
      amount: text,
      registrarName: text,
      reason: known,
      actionUrl: link,
    }),
    link: "actionUrl",
    subject: ({ decision, title }) => `${SUBJECTS[decision]}: ${title}`,
  }),
  "growth-plan-request": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: person.extend({ educatorName: text, year: text, answerBy: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ educatorName, year }) => `Please review: the growth plan ${year} of ${educatorName}`,
  }),
  "growth-plan-answered": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: person.extend({ reviewerName: text, year: text, words: known, actionUrl: link }),
    link: "actionUrl",
    subject: ({ year, words }) => `Your growth plan ${year} ${words === null ? "is signed" : "was returned"}`,
  }),
};

const SUBJECTS = {
  accepted: "Your hours from elsewhere are accepted",
  returned: "Your hours from elsewhere were returned",
  "taken-back": "Your hours from elsewhere are no longer accepted",
} as const;
