import type { GrantRole } from "~/people/roles/role";

/** What people ask staff about. */
export const INQUIRY_KINDS = ["offering", "cancel", "attendance", "hours"] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** Where an inquiry stands: it waits for staff, was answered, or was taken back by who asked. */
export const INQUIRY_STATES = ["open", "answered", "taken-back"] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

export const LONGEST_INQUIRY = 2000;

/** An inquiry of each kind in words: what the button says that leads to it, and what staff's list says. */
export const INQUIRY_WORDS: Record<InquiryKind, { ask: string; about: string; hint: string }> = {
  offering: {
    ask: "Ask about this offering",
    about: "The offering",
    hint: "The coordinator and the facilitator read it.",
  },
  cancel: {
    ask: "Ask to cancel",
    about: "Cancelling",
    hint: "The coordinator reads it and can end your registration. Until then you keep your seat.",
  },
  attendance: {
    ask: "My attendance is wrong",
    about: "Attendance",
    hint: "Say when you came and when you left, for example “I was there from 8:30”. The facilitator reads it and corrects it, or says why not. Until then your hours wait to be claimed.",
  },
  hours: {
    ask: "Ask about these hours",
    about: "Hours",
    hint: "The registrar reads it. Hours that are posted already are corrected on their own page.",
  },
};

/** Each state in words, as both sides read it. */
export const INQUIRY_STATE_WORDS: Record<InquiryState, string> = {
  open: "Waits for an answer",
  answered: "Answered",
  "taken-back": "Taken back",
};

/** Who answers each kind: within their provider, or, for facilitators, their own offerings. */
export const ANSWERING: Record<InquiryKind, readonly GrantRole[]> = {
  offering: ["coordinator", "facilitator"],
  cancel: ["coordinator"],
  attendance: ["facilitator", "coordinator"],
  hours: ["registrar"],
};

/** Why nothing was asked or answered. */
export type InquiryRefusal =
  | "not-yours-to-ask"
  | "too-many-open"
  | "not-open"
  | "not-registered"
  | "not-there"
  | "backwards"
  | "not-confirmable"
  | "unknown-session";

/** Each refusal in plain words. */
export const INQUIRY_REFUSALS: Record<InquiryRefusal, string> = {
  "not-yours-to-ask":
    "You have no seat or hours here to ask about, or have signed for them already. Ask about the offering instead, or take your claim back first.",
  "too-many-open": "Ten of your inquiries wait for an answer. Add to one of them, or take one back.",
  "not-open": "This inquiry was taken back in the meantime. Reload the page.",
  "not-there": "They are not on the roster any more, so there is no attendance to correct. Answer without it.",
  backwards: "They left before they came: check both times.",
  "not-confirmable":
    "Somebody was marked in and never out, or checked in by themselves, since attendance was confirmed. Confirm attendance anew first, then correct this.",
  "unknown-session": "This session is not there any more. Reload the page.",
  "not-registered": "They are not registered any more, so there is nothing to cancel. Answer without it.",
};
