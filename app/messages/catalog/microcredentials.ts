import { z } from "zod";
import { link, message, person, text } from "./message";

const about = person.extend({ providerName: text, microcredentialTitle: text, actionUrl: link });

/** About micro-credentials: handed in, decided, awarded, and what became of an award. */
export const MICROCREDENTIAL_MESSAGES = {
  "portfolio-submitted": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: about.extend({ promisedOn: text }),
    link: "actionUrl",
    subject: ({ microcredentialTitle }) => `Your portfolio is handed in: ${microcredentialTitle}`,
  }),
  "portfolio-not-yet": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: about.extend({ criteria: z.array(text) }),
    link: "actionUrl",
    subject: ({ microcredentialTitle }) => `Not yet: ${microcredentialTitle}`,
  }),
  "award-issued": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: about.extend({ awardedOn: text }),
    link: "actionUrl",
    subject: ({ microcredentialTitle }) => `You are awarded: ${microcredentialTitle}`,
  }),
  "award-expires": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: about.extend({ expiresOn: text, isOpen: z.boolean() }),
    link: "actionUrl",
    subject: ({ microcredentialTitle, expiresOn }) => `Your award expires on ${expiresOn}: ${microcredentialTitle}`,
  }),
  "award-changed": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: about.extend({ change: z.enum(["revoked", "suspended", "resumed", "replaced"]), reason: text }),
    link: "actionUrl",
    subject: ({ microcredentialTitle, change }) => `Your award was ${change}: ${microcredentialTitle}`,
  }),
};
