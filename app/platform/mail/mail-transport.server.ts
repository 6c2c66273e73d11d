import nodemailer from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { env } from "~/platform/env.server";
import { withSafePassword } from "./mail-url";

/** How many messages are under way at once. */
export const CONNECTIONS = 3;

const CONNECT_MS = 20_000;
/**
 * How long a silent server is waited for. RFC 5321 §4.5.3.2.6 asks for ten minutes after the last line: whoever hangs up
 * sooner sends again what the server has taken.
 */
const SILENCE_MS = 600_000;

/** A file that goes with a message. */
export interface Attachment {
  filename: string;
  content: Buffer | string;
  contentType: string;
  /** By which the message shows it as a picture in its midst. */
  cid?: string;
  contentDisposition?: "inline";
}

/** One mail as a transport takes it. */
export interface Mail {
  from: string;
  to: string;
  /** Where answers go; to the sender where there is none. */
  replyTo?: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  messageId: string;
  headers?: Record<string, string>;
  icalEvent?: { method: string; filename: string; content: string };
  attachments?: Attachment[];
}

/** Whether messages leave this machine: not without SMTP_URL, and never from the demo (T9). */
export const sendsMail = (): boolean => Boolean(env.SMTP_URL) && env.HOURBOOK_MODE !== "demo";

/** Sends one mail; what a deliverer needs of a transport. */
export interface MailTransport {
  sendMail(mail: Mail): Promise<unknown>;
}

/**
 * The SMTP transport of SMTP_URL, pooled; null when no mail is to be sent: without that key, and in the demo (T9). `smtps:`
 * encrypts from the first byte; `smtp:` does so as soon as the server offers it, and with a password not otherwise.
 */
export function createTransport(url = env.SMTP_URL): (MailTransport & { close(): void }) | null {
  if (!url || env.HOURBOOK_MODE === "demo") return null;
  const options: SMTPPool.Options = {
    url: withSafePassword(url),
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
  return nodemailer.createTransport(options);
}
