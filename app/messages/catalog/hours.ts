import { z } from "zod";
import { known, link, message, offering, person, text } from "./message";

/** About hours: claimed, returned, posted and corrected. */
export const HOURS_MESSAGES = {
  "claim-open": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({
      inServiceNumber: known,
      earnedHours: text,
      claimCode: known,
      claimBy: known,
      actionUrl: link,
    }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `Claim your clock hours: ${offeringTitle}`,
  }),
  "claim-returned": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({ claimedHours: text, registrarName: text, reason: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `Your claim needs a change: ${offeringTitle}`,
  }),
  "workplace-missing": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({ hours: text, completedOn: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `Where did you work? Your hours of ${offeringTitle} reach no district`,
  }),
  "credit-posted": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({
      inServiceNumber: text,
      hours: text,
      completedOn: text,
      designations: z.array(text),
      transcriptUrl: link,
    }),
    link: "transcriptUrl",
    subject: ({ hours, offeringTitle }) => `${hours} clock hours posted: ${offeringTitle}`,
  }),
  "credit-corrected": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({
      inServiceNumber: text,
      hoursBefore: text,
      hoursAfter: text,
      reason: text,
      approverName: text,
      correctedOn: text,
      transcriptUrl: link,
    }),
    link: "transcriptUrl",
    subject: ({ offeringTitle }) => `Your clock hours were corrected: ${offeringTitle}`,
  }),
  "credit-corrected-district": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: offering.extend({
      educatorName: text,
      inServiceNumber: text,
      hoursBefore: text,
      hoursAfter: text,
      reason: text,
      exportUrl: link,
    }),
    link: "exportUrl",
    subject: ({ educatorName }) => `Clock hours you exported were corrected: ${educatorName}`,
  }),
  "correction-declined": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: offering.extend({ hours: text, registrarName: text, answer: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `About your request for a correction: ${offeringTitle}`,
  }),
  "hours-submitted": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: person.extend({ organisationName: text, educatorName: text, queueUrl: link }),
    link: "queueUrl",
    subject: ({ educatorName, organisationName }) => `Submitted hours to decide: ${educatorName} (${organisationName})`,
  }),
  "webhook-switched-off": message({
    category: "desk",
    guarantee: "at-least-once",
    payload: person.extend({
      organisationName: text,
      address: text,
      failedFor: text,
      answer: text,
      endpointUrl: link,
    }),
    link: "endpointUrl",
    subject: ({ organisationName }) => `Your payroll is not told of hours any more: ${organisationName}`,
  }),
  "submitted-hours-decided": message({
    category: "hours",
    guarantee: "at-least-once",
    payload: person.extend({
      organisationName: text,
      decision: z.enum(["accepted", "returned", "taken-back"]),
      rows: text,
      hrName: text,
      reason: known,
      actionUrl: link,
    }),
    link: "actionUrl",
    subject: ({ decision, organisationName }) => `${SUBMITTED_SUBJECTS[decision]}: ${organisationName}`,
  }),
};

const SUBMITTED_SUBJECTS = {
  accepted: "Your submitted hours are accepted",
  returned: "Your submitted hours were returned",
  "taken-back": "Your submitted hours are no longer accepted",
} as const;
