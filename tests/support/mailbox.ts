import PostalMime, { type Attachment } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  subject: string;
  text: string;
  html: string;
  to: string[];
  messageId: string;
  /** The parts of type text/calendar, in order: the invitation first, then files. */
  calendars: { method: string; disposition: string | null; content: string }[];
  files: { name: string; type: string; content: Uint8Array }[];
}

/** A real mail server on loopback that keeps what it receives. */
export async function startMailbox() {
  const mailbox = {
    url: "",
    messages: [] as ReceivedMail[],
    /** An SMTP reply code with which every message is refused; null takes them. */
    refuseWith: null as number | null,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (mailbox.refuseWith) {
          callback(Object.assign(new Error("refused by the test"), { responseCode: mailbox.refuseWith }));
          return;
        }
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mailbox.messages.push({
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html ?? "",
            to: session.envelope.rcptTo.map((address) => address.address),
            messageId: mail.messageId ?? "",
            calendars: mail.attachments.filter(isCalendar).map(readCalendar),
            files: mail.attachments.filter((part) => !isCalendar(part)).map(readFile),
          });
          callback();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  mailbox.url = `smtp://127.0.0.1:${address.port}`;
  return mailbox;
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

const isCalendar = (part: Attachment): boolean => part.mimeType === "text/calendar";

const readCalendar = (part: Attachment) => ({
  method: part.method ?? "",
  disposition: part.disposition,
  // The parser gives the lines of a text with \n, whatever was sent.
  content: new TextDecoder().decode(bytesOf(part)).replaceAll(/\r?\n/g, "\r\n"),
});

const readFile = (part: Attachment) => ({
  name: part.filename ?? "",
  type: part.mimeType,
  content: bytesOf(part),
});
