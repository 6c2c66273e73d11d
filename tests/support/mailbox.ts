import PostalMime, { type Attachment } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { makeCertificate } from "./certificate";

export interface ReceivedMail {
  subject: string;
  text: string;
  html: string;
  to: string[];
  messageId: string;
  /** Whether it came over an encrypted connection. */
  secure: boolean;
  /** By lower-cased name. */
  headers: Record<string, string>;
  /** The parts of type text/calendar, in order: the invitation first, then files. */
  calendars: { method: string; disposition: string | null; content: string }[];
  files: { name: string; type: string; content: Uint8Array }[];
}

/**
 * A real mail server on loopback that keeps what it receives.
 * @param options with `tls`, it offers encryption, under a certificate that it signed itself
 */
export async function startMailbox(options: { tls?: boolean } = {}) {
  const mailbox = {
    url: "",
    messages: [] as ReceivedMail[],
    /** An SMTP reply code with which every message is refused; null takes them. */
    refuseWith: null as number | null,
    /** The same for a recipient, before any message is sent. */
    refuseRecipientWith: null as number | null,
    /** What it says then. */
    recipientWords: "5.1.1 no such mailbox",
    /** What happens once the server has taken a whole message and before it says so. */
    onTaken: null as ((mail: ReceivedMail) => Promise<void> | void) | null,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    ...(options.tls ? makeCertificate() : { disabledCommands: ["STARTTLS"] }),
    authOptional: true,
    allowInsecureAuth: true,
    // Takes mail from anybody, and no password.
    onAuth: (_auth, _session, callback) => callback(new Error("wrong password")),
    onRcptTo(_address, _session, callback) {
      const code = mailbox.refuseRecipientWith;
      callback(code ? Object.assign(new Error(mailbox.recipientWords), { responseCode: code }) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (mailbox.refuseWith) {
          callback(Object.assign(new Error("refused by the test"), { responseCode: mailbox.refuseWith }));
          return;
        }
        void take(Buffer.concat(chunks), session).then(() => callback());
      });
    },
  });
  const take = async (bytes: Buffer, { envelope, secure }: SMTPServerSession) => {
    const mail = { ...(await readMail(bytes, envelope.rcptTo)), secure };
    mailbox.messages.push(mail);
    await mailbox.onTaken?.(mail);
  };
  // A client that vanishes in the middle is what some tests are about.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  mailbox.url = `smtp://127.0.0.1:${address.port}`;
  return mailbox;
}

async function readMail(bytes: Buffer, to: { address: string }[]): Promise<Omit<ReceivedMail, "secure">> {
  const mail = await PostalMime.parse(bytes);
  return {
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    to: to.map(({ address }) => address),
    messageId: mail.messageId ?? "",
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    calendars: mail.attachments.filter(isCalendar).map(readCalendar),
    files: mail.attachments.filter((part) => !isCalendar(part)).map(readFile),
  };
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
