import { z } from "zod";
import { known, link, message, offering, sessions, text } from "./message";

/** About a seat in an offering, the wait for one and its end. */
export const SEAT_MESSAGES = {
  registered: message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({
      inServiceNumber: known,
      sessions,
      approvedHours: known,
      price: known,
      withdrawBy: known,
      offeringUrl: link,
    }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `You are registered: ${offeringTitle}`,
  }),
  waitlisted: message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ startsAt: text, position: z.int(), offerHeldFor: text, offeringUrl: link }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `You are on the waitlist: ${offeringTitle}`,
  }),
  "seat-offered": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ sessions, price: known, heldUntil: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ offeringTitle }) => `A seat is free for you: ${offeringTitle}`,
  }),
  "offer-lapsed": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ lapsedAt: text, offeringUrl: link }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `Your held seat has lapsed: ${offeringTitle}`,
  }),
  withdrawn: message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({
      withdrawnAt: text,
      staffName: known,
      reason: known,
      refund: known,
      offeringUrl: link,
    }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `You are no longer registered: ${offeringTitle}`,
  }),
  requested: message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ sessions, price: known, supervisorEmail: text, heldUntil: text, offeringUrl: link }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `Waiting for your supervisor: ${offeringTitle}`,
  }),
  "request-declined": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ lapsed: z.boolean(), note: known, offeringUrl: link }),
    link: "offeringUrl",
    subject: ({ offeringTitle }) => `Your seat was not approved: ${offeringTitle}`,
  }),
  "supervisor-request": message({
    category: "seat",
    guarantee: "at-least-once",
    secret: true,
    payload: offering.extend({ educatorName: text, sessions, price: known, heldUntil: text, actionUrl: link }),
    link: "actionUrl",
    subject: ({ educatorName, offeringTitle }) => `Please approve: ${educatorName} asks to attend ${offeringTitle}`,
  }),
  "offering-moved": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({
      seated: z.boolean(),
      sessions,
      before: sessions,
      leaveBy: text,
      registrationUrl: link,
    }),
    link: "registrationUrl",
    subject: ({ offeringTitle }) => `New dates or place: ${offeringTitle}`,
  }),
  "registration-moved": message({
    category: "seat",
    guarantee: "at-least-once",
    payload: offering.extend({ staffName: text, reason: text, sessions, before: sessions, registrationUrl: link }),
    link: "registrationUrl",
    subject: ({ offeringTitle }) => `You were moved to other dates: ${offeringTitle}`,
  }),
  "offering-cancelled": message({
    category: "cancellation",
    guarantee: "at-least-once",
    payload: offering.extend({ sessions, reason: known, refund: known, catalogUrl: link }),
    link: "catalogUrl",
    subject: ({ offeringTitle }) => `Cancelled: ${offeringTitle}`,
  }),
};
