import { z } from "zod";
import { known, link, message, person, text } from "./message";

const waiting = z.array(z.object({ title: text, promisedOn: text }));

const ASSESSOR_SUBJECTS = {
  invited: "You are asked to judge portfolios",
  admitted: "You are admitted as an assessor",
  "not-yet": "More practice before you judge",
  calibrating: "Please practise again before you judge",
  stopped: "You do not judge any more",
};

/** About the assessment of portfolios: for their authors, for assessors, and for those who coordinate them. */
export const ASSESSMENT_MESSAGES = {
  "portfolio-being-read": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: person.extend({ providerName: text, microcredentialTitle: text, promisedOn: known, actionUrl: link }),
    link: "actionUrl",
    subject: ({ microcredentialTitle }) => `Your portfolio is being read: ${microcredentialTitle}`,
  }),
  "assessor-changed": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: person.extend({
      providerName: text,
      scopeName: text,
      change: z.enum(["invited", "admitted", "not-yet", "calibrating", "stopped"]),
      reason: known,
      actionUrl: link,
    }),
    link: "actionUrl",
    subject: ({ change, scopeName }) => `${ASSESSOR_SUBJECTS[change]}: ${scopeName}`,
  }),
  "promise-at-risk": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({ providerName: text, waiting: text, items: waiting, listUrl: link }),
    link: "listUrl",
    subject: ({ waiting: count, providerName }) => `A promise is at risk for ${count}: ${providerName}`,
  }),
  "assessor-queue": message({
    category: "desk",
    guarantee: "at-most-once",
    payload: person.extend({ waiting: text, items: waiting, queueUrl: link }),
    link: "queueUrl",
    subject: ({ waiting: count }) => `In the queue for assessors: ${count}`,
  }),
};
