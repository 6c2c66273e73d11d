import { z } from "zod";
import type { MessageCategory } from "~/messages/preferences/message-category";
import type { Guarantee } from "~/platform/mail/mail-fault";

/** What a kind of message is about, and what is promised of it: docs/rules/mail.md. */
export interface MessageRule {
  category: MessageCategory;
  guarantee: Guarantee;
  /** Its link works without a password: forgotten once it was sent, and not shown to administrators. */
  secret?: true;
}

/** One kind of message, whole but for its template. */
export interface MessageEntry<Payload> extends MessageRule {
  /** What it is made of; checked when a message is written and again when it is rendered. */
  payload: z.ZodType<Payload>;
  /** The field with the page that it leads to; null for one that leads to several, or to none. */
  link: Extract<keyof Payload, `${string}Url`> | null;
  subject: (payload: Payload) => string;
}

/** An entry of the catalog: the compiler sees that its link and its subject ask for what the payload holds. */
export const message = <Payload>(entry: MessageEntry<Payload>): MessageEntry<Payload> => entry;

// Everything is text, ready to read, so that a message that waits does not change.
export const text = z.string();
/** A fact that may be unknown, or not apply. */
export const known = z.string().nullable();
export const link = z.url();
export const session = z.object({ when: text, where: known });
export const sessions = z.array(session);
export const person = z.object({ personName: text });
export const offering = person.extend({ providerName: text, offeringTitle: text });
/** What people need to come to an offering; messages of earlier versions lack it. */
export const arrival = {
  arrival: known.default(null),
  mapUrl: link.nullable().default(null),
  bring: known.default(null),
  contact: known.default(null),
};
/** Sessions with the links to join, for people who have a seat. */
export const joinedSessions = z.array(session.extend({ joinUrl: link.nullable().default(null) }));
/** The check-in pass of the registration that a message tells of; its picture is attached as it is sent. Earlier messages have none. */
export const pass = { pass: z.object({ registrationId: text, code: text }).nullable().default(null) };
