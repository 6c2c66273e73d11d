import { known, link, message, person, text } from "./message";

/** About the account itself: these always arrive, at once and before any other. */
export const ACCOUNT_MESSAGES = {
  "account-invitation": message({
    category: "account",
    guarantee: "at-least-once",
    secret: true,
    payload: person.extend({
      inviterName: text,
      providerName: text,
      purpose: known,
      actionUrl: link,
      validUntil: text,
    }),
    link: "actionUrl",
    subject: ({ providerName }) => `${providerName} invites you to Hourbook`,
  }),
  "address-changed": message({
    category: "account",
    guarantee: "at-least-once",
    payload: person.extend({ newAddress: text, changedAt: text, resetUrl: link }),
    link: "resetUrl",
    subject: () => "Your Hourbook address was changed",
  }),
  "address-in-use": message({
    category: "account",
    guarantee: "at-least-once",
    payload: person.extend({ signInUrl: link, resetUrl: link }),
    link: "signInUrl",
    subject: () => "You already have a Hourbook account",
  }),
  "address-proposed": message({
    category: "account",
    guarantee: "at-least-once",
    payload: person.extend({
      proposerName: text,
      providerName: text,
      newAddress: text,
      proposedAt: text,
      accountUrl: link,
    }),
    link: "accountUrl",
    subject: () => "Another address was proposed for your Hourbook account",
  }),
  "change-address": message({
    category: "account",
    guarantee: "at-least-once",
    secret: true,
    payload: person.extend({ actionUrl: link, validFor: text }),
    link: "actionUrl",
    subject: () => "Confirm your new email address for Hourbook",
  }),
  "prove-address": message({
    category: "account",
    guarantee: "at-least-once",
    secret: true,
    payload: person.extend({ proposerName: text, providerName: text, actionUrl: link, validFor: text }),
    link: "actionUrl",
    subject: () => "Confirm your email address for Hourbook",
  }),
  "reset-password": message({
    category: "account",
    guarantee: "at-least-once",
    secret: true,
    payload: person.extend({ actionUrl: link, validFor: text }),
    link: "actionUrl",
    subject: () => "Choose a new Hourbook password",
  }),
  "verify-address": message({
    category: "account",
    guarantee: "at-least-once",
    secret: true,
    payload: person.extend({ actionUrl: link, validFor: text }),
    link: "actionUrl",
    subject: () => "Finish your Hourbook account",
  }),
};
