import { claimByInWords } from "~/catalog/offerings/claim-deadline";
import { getOfferingFacts, type OfferingFacts } from "~/catalog/offerings/offering-facts.server";
import { contactFor, contactInWords } from "~/catalog/providers/contact";
import type { MessagePayloads } from "~/messages/catalog/catalog";
import { displayNameOf, type PersonName } from "~/people/persons/name";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatSessionLine } from "~/platform/format";
import type { Mailbox } from "~/platform/mail/mailbox";
import { replyToOf } from "./offering-message.server";
import { fillPlaceholders, listEmptyPlaceholders, type Placeholder, type PlaceholderValues } from "./placeholder";

/** What staff wrote, as they wrote it. */
export interface Written {
  subject: string;
  body: string;
}

/** One person whom a message goes to. */
export interface MessageReceiver {
  person: PersonName;
  registrationId: string;
}

/** How a message to the people of an offering is made for each of them. */
export interface MessageMaker {
  /** What the text names in braces and this offering does not have: such a message is not sent. */
  empty: Placeholder[];
  replyTo: Mailbox | null;
  payloadFor(receiver: MessageReceiver): MessagePayloads["offering-message"];
}

/**
 * Reads what messages to the people of an offering are made of, once for all of them.
 * @param files the names of the files that go with it, and the row by which they are found
 * @throws Error when there is no such offering
 */
export function makeMessages(
  db: Reader,
  offeringId: string,
  { subject, body }: Written,
  { senderName, attachments, messageId }: { senderName: string; attachments: string[]; messageId: string | null },
): MessageMaker {
  const facts = getOfferingFacts(db, offeringId);
  const about = valuesOf(facts);
  return {
    empty: listEmptyPlaceholders([subject, body], { ...about, name: "" }),
    replyTo: replyToOf(facts),
    payloadFor: ({ person, registrationId }) => {
      const personName = displayNameOf(person);
      const values: PlaceholderValues = { ...about, name: personName };
      return {
        personName,
        providerName: facts.provider.name,
        offeringTitle: facts.courseTitle,
        senderName,
        title: fillPlaceholders(subject, values),
        body: fillPlaceholders(body, values),
        attachments,
        messageId,
        registrationUrl: `${origin}/registrations/${registrationId}`,
      };
    },
  };
}

/** What stands for the placeholders that are the same for everybody. */
function valuesOf({ offering, courseTitle, provider, sessions }: OfferingFacts): Omit<PlaceholderValues, "name"> {
  const [first] = sessions;
  const { endsAt, policy, timeZone } = offering;
  return {
    offering: courseTitle,
    "first session": first ? formatSessionLine(first.startsAt, first.endsAt, first.timeZone, first.ownMinutes) : null,
    place: first?.place ?? offering.place,
    "claim by": endsAt !== null && policy ? claimByInWords({ endsAt, timeZone }, policy) : null,
    contact: contactInWords(contactFor(offering, provider)),
  };
}
