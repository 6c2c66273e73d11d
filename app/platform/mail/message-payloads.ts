import { z } from "zod";

// What each kind of message is made of. Everything is text, ready to read, so that a message that waits does not change.

const text = z.string();
const known = z.string().nullable();
const link = z.url();
const sessions = z.array(z.object({ when: text, where: known }));
const person = z.object({ personName: text });
const offering = person.extend({ providerName: text, offeringTitle: text });

export const MESSAGE_PAYLOADS = {
  "account-invitation": person.extend({
    inviterName: text,
    providerName: text,
    purpose: known,
    actionUrl: link,
    validUntil: text,
  }),
  "address-changed": person.extend({ newAddress: text, changedAt: text, resetUrl: link }),
  "address-in-use": person.extend({ signInUrl: link, resetUrl: link }),
  "change-address": person.extend({ actionUrl: link, validFor: text }),
  "verify-address": person.extend({ actionUrl: link, validFor: text }),
  "reset-password": person.extend({ actionUrl: link, validFor: text }),
  registered: offering.extend({
    inServiceNumber: known,
    sessions,
    approvedHours: known,
    price: known,
    withdrawBy: known,
    offeringUrl: link,
  }),
  waitlisted: offering.extend({ startsAt: text, position: z.int(), offerHeldFor: text, offeringUrl: link }),
  "seat-offered": offering.extend({ sessions, price: known, heldUntil: text, actionUrl: link }),
  "offer-lapsed": offering.extend({ lapsedAt: text, offeringUrl: link }),
  withdrawn: offering.extend({ withdrawnAt: text, staffName: known, reason: known, refund: known, offeringUrl: link }),
  "offering-cancelled": offering.extend({ sessions, reason: known, refund: known, catalogUrl: link }),
  requested: offering.extend({ sessions, price: known, supervisorEmail: text, heldUntil: text, offeringUrl: link }),
  "request-declined": offering.extend({ lapsed: z.boolean(), note: known, offeringUrl: link }),
  "supervisor-request": offering.extend({
    educatorName: text,
    sessions,
    price: known,
    heldUntil: text,
    actionUrl: link,
  }),
  "offering-moved": offering.extend({
    seated: z.boolean(),
    sessions,
    before: sessions,
    leaveBy: text,
    registrationUrl: link,
  }),
  "registration-moved": offering.extend({
    staffName: text,
    reason: text,
    sessions,
    before: sessions,
    registrationUrl: link,
  }),
  "offering-message": offering.extend({ senderName: text, title: text, body: text, registrationUrl: link }),
  "claim-open": offering.extend({
    inServiceNumber: known,
    earnedHours: text,
    claimCode: known,
    claimBy: known,
    actionUrl: link,
  }),
  "claim-returned": offering.extend({ claimedHours: text, registrarName: text, reason: text, actionUrl: link }),
  "credit-posted": offering.extend({
    inServiceNumber: text,
    hours: text,
    completedOn: text,
    designations: z.array(text),
    transcriptUrl: link,
  }),
  "credit-corrected": offering.extend({
    inServiceNumber: text,
    hoursBefore: text,
    hoursAfter: text,
    reason: text,
    approverName: text,
    correctedOn: text,
    transcriptUrl: link,
  }),
  "credit-corrected-district": offering.extend({
    educatorName: text,
    inServiceNumber: text,
    hoursBefore: text,
    hoursAfter: text,
    reason: text,
    exportUrl: link,
  }),
  "correction-declined": offering.extend({ hours: text, registrarName: text, answer: text, actionUrl: link }),
  "session-reminder": offering.extend({
    howSoon: text,
    session: sessions.element,
    joinUrl: link.nullable(),
    registrationUrl: link,
  }),
  "claim-reminder": offering.extend({ earnedHours: text, actionUrl: link }),
  "evaluation-reminder": offering.extend({ claimedHours: text, actionUrl: link }),
  "payment-reminder": offering.extend({ claimedHours: text, amount: text, actionUrl: link }),
  "roster-tomorrow": offering.extend({ session: sessions.element, expected: text, needs: known, rosterUrl: link }),
  "confirm-attendance": offering.extend({ endedOn: text, waiting: text, actionUrl: link }),
  "claims-ageing": person.extend({
    providerName: text,
    waiting: text,
    overOneWeek: known,
    overTwoWeeks: known,
    overFourWeeks: known,
    queueUrl: link,
  }),
  "new-hours": person.extend({ organisationName: text, lines: text, exportUrl: link }),
  "salary-cutoff": person.extend({
    organisationName: text,
    cutoffOn: text,
    howSoon: text,
    lines: text,
    exportUrl: link,
  }),
  "renewal-short": person.extend({ expiresOn: text, hours: text, needed: text, missing: text, hoursUrl: link }),
  digest: person.extend({ items: z.array(z.object({ title: text, url: link })) }),
};
