import PostalMime, { type Attachment, type Email } from "postal-mime";
import { bounceBody } from "./bounce-body";
import { readCalendarAnswer } from "./calendar-answer";
import { readDeliveryStatus, type RecipientStatus, unfold } from "./delivery-status";
import { automaticKindOf, isPlainReport, type MailSigns } from "./mail-kind";
import { readPlainReport, wordsOn } from "./plain-report";
import { messageIdIn, type ReturnedMail } from "./returned-mail";

/** Characters of somebody's answer that are passed on. */
const LONGEST_ANSWER = 20_000;
/** Characters of a mail's words that are looked at: reasons stand at its beginning. */
const LONGEST_BODY = 60_000;

/** What a mail that arrived is read with: our own address, from which nothing is taken. */
export interface ReadingInput {
  bytes: Uint8Array;
  /** What a mail service says, as JSON, instead of a mail. */
  json: boolean;
  ownAddress: string;
}

/** Reads a mail that arrived where our mail comes from; null for what is no mail. */
export async function readReturnedMail(bytes: Uint8Array, ownAddress: string): Promise<ReturnedMail | null> {
  // Parts within parts without end are refused by the parser, and are no mail.
  const mail = await PostalMime.parse(withoutEnvelope(bytes), { forceRfc822Attachments: true }).catch(() => null);
  if (!mail || mail.headers.length === 0) return null;
  const signs = signsOf(mail);
  if (signs.parts.includes("message/feedback-report")) return { kind: "complaint", messageId: returnedIdIn(mail, "") };
  const recipients = mail.attachments
    .filter(({ mimeType }) => STATUS_PARTS.includes(mimeType))
    .flatMap((part) => readDeliveryStatus(textOf(part)));
  if (recipients.length > 0)
    return reportOf(
      mail,
      recipients.map((each) => withWords(each, mail)),
      "",
    );
  if (isPlainReport(signs)) {
    const named = addressesIn(signs.headers.get("x-failed-recipients") ?? "");
    const plain = readPlainReport(bodyOf(mail), signs.subject, named);
    if (plain.recipients.length > 0) return reportOf(mail, plain.recipients, plain.returned);
  }
  const why = automaticKindOf(signs, ownAddress);
  if (why === "calendar") {
    const part = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    return readCalendarAnswer(textOf(part!), mail.from?.address ?? "") ?? { kind: "automatic", why };
  }
  return why ? { kind: "automatic", why } : answerOf(mail);
}

/** Runs in a process of its own: reads one mail that came, or what a mail service says of it; see untrusted/. */
export default function read({ bytes, json, ownAddress }: ReadingInput): Promise<ReturnedMail | null> {
  return json ? Promise.resolve(bounceBody(bytes)) : readReturnedMail(bytes, ownAddress);
}

/** Without the line with which mailboxes of Unix, and Postfix's aliases, begin a mail. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const isEnvelope = new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "From ";
  return isEnvelope ? bytes.subarray(bytes.indexOf(10) + 1) : bytes;
}

const STATUS_PARTS = ["message/delivery-status", "message/global-delivery-status"];
const RETURNED_PARTS = [
  "message/rfc822",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "text/rfc822",
  "message/global",
  "message/global-headers",
];

function signsOf(mail: Email): MailSigns {
  const method = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar")?.method ?? null;
  return {
    headers: new Map(mail.headers.map(({ key, value }) => [key.toLowerCase(), value])),
    from: mail.from?.address ?? "",
    subject: mail.subject ?? "",
    parts: mail.attachments.map(({ mimeType }) => mimeType),
    calendarMethod: method?.toUpperCase() ?? null,
  };
}

function reportOf(mail: Email, recipients: RecipientStatus[], returned: string): ReturnedMail {
  const header = returnedHeaderOf(mail) || returned;
  const to = /^To:(.*)$/im.exec(unfold(header))?.[1] ?? "";
  return { kind: "report", messageId: returnedIdIn(mail, returned), recipients, to: addressesIn(to) };
}

/** The words for people, where those for programs give no reason. */
function withWords(recipient: RecipientStatus, mail: Email): RecipientStatus {
  if (/\p{L}/u.test(recipient.words.replace(/^x-\w+;/i, ""))) return recipient;
  const words = recipient.final ? wordsOn(bodyOf(mail), recipient.final) : "";
  return words ? { ...recipient, words: `${recipient.words} ${words}`.trim() } : recipient;
}

/** The returned message's Message-ID; else that which the report itself answers; else the first of ours in its text. */
function returnedIdIn(mail: Email, returned: string): string | null {
  const idIn = (header: string) => messageIdIn(/^Message-ID:.*$/im.exec(unfold(header))?.[0] ?? "");
  const answered = mail.headers
    .filter(({ key }) => /^(in-reply-to|references|x-original-message-id)$/i.test(key))
    .map(({ value }) => value);
  const inReturned = idIn(returnedHeaderOf(mail)) ?? idIn(returned) ?? idIn(bodyOf(mail));
  return inReturned ?? messageIdIn(answered.join(" ")) ?? messageIdIn(bodyOf(mail));
}

function returnedHeaderOf(mail: Email): string {
  const part = mail.attachments.find(({ mimeType }) => RETURNED_PARTS.includes(mimeType));
  return part ? textOf(part).trimStart() : "";
}

function answerOf(mail: Email): ReturnedMail {
  const answered = [mail.inReplyTo, mail.references].filter(Boolean).join(" ");
  return {
    kind: "answer",
    messageId: messageIdIn(answered),
    ownId: mail.messageId ?? "",
    from: { name: mail.from?.name ?? null, address: mail.from?.address ?? "" },
    subject: mail.subject ?? "",
    text: bodyOf(mail).slice(0, LONGEST_ANSWER),
    files: mail.attachments.flatMap(({ filename }) => filename ?? []),
  };
}

/** A mail's words; of one that is HTML alone, what is left without it. */
function bodyOf({ text, html }: Email): string {
  if (text?.trim()) return text.slice(0, LONGEST_BODY);
  return (html ?? "")
    .slice(0, LONGEST_BODY)
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, " ")
    .replaceAll(/<br[^>]*>|<\/(p|div|tr|li|h\d)>/gi, "\n")
    .replaceAll(/<[^>]{0,2000}>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
}

const addressesIn = (text: string): string[] =>
  [...text.matchAll(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g)].map(([address]) => address.toLowerCase());

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
