import { lookup as resolve, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { env } from "~/platform/env.server";
import { isPublicAddress } from "./public-address";

/** All of it: the name, the connection, the answer. */
const TIMEOUT_MS = 10_000;
/** What is read of an answer; the rest is not waited for. */
const MOST_READ = 4_096;
const MOST_SHOWN = 300;

/** What came back: the status and its first words, or why nothing did. */
export type OutsideAnswer = { status: number; answer: string } | { status: null; answer: string };

interface Posted {
  body: string;
  headers: Record<string, string>;
  signal?: AbortSignal | undefined;
}

const allowsPrivate = () => env.WEBHOOK_PRIVATE_ADDRESSES === "yes";

class Refused extends Error {}

/** Looks a name up, and gives an address only where each that it stands for is open: nothing is looked up a second time. */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, "");
    const closed = found.find(({ address }) => !allowsPrivate() && !isPublicAddress(address));
    if (closed || found.length === 0) return callback(new Refused(PRIVATE), "");
    const [first] = found as [LookupAddress];
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

const PRIVATE = "The name stands for a private address, to which Hourbook sends nothing.";

/**
 * Why nothing is ever sent to an address; null for one that may be tried. What its name stands for is asked anew with each
 * connection.
 */
export function faultOfUrl(url: string): string | null {
  const { protocol, hostname } = new URL(url);
  if (allowsPrivate()) return null;
  if (protocol !== "https:") return "Enter a web address that begins with https://.";
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) return "Hourbook sends nothing to private addresses.";
  return /(^|\.)localhost\.?$/i.test(hostname) ? "Hourbook sends nothing to private addresses." : null;
}

/**
 * Posts JSON to an address that somebody typed. Nothing is sent to private addresses, whatever a name stands for by then;
 * redirects are not followed; it ends after ten seconds, and little is read of an answer. Never throws.
 */
export async function postOutside(url: string, { body, headers, signal }: Posted): Promise<OutsideAnswer> {
  const fault = faultOfUrl(url);
  if (fault) return { status: null, answer: fault };
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await send(url, { body, headers, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
  } catch (error) {
    if (timeout.aborted) return { status: null, answer: `No answer within ${TIMEOUT_MS / 1_000} seconds.` };
    return { status: null, answer: inWords(error as NodeJS.ErrnoException) };
  }
}

function send(url: string, { body, headers, signal }: Posted): Promise<OutsideAnswer> {
  const bytes = Buffer.from(body);
  const always = { "Content-Type": "application/json", "Content-Length": bytes.length, "User-Agent": "Hourbook" };
  const client = new URL(url).protocol === "https:" ? https : http;
  return new Promise((done, fail) => {
    const options = { method: "POST", agent: false, lookup: openLookup, headers: { ...always, ...headers }, signal };
    const request = client.request(url, options, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      const end = () => {
        const answer = Buffer.concat(parts).toString("utf8").slice(0, MOST_SHOWN);
        done({ status: response.statusCode ?? 0, answer });
        request.destroy();
      };
      response.on("data", (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length >= MOST_READ) end();
      });
      response.on("end", end).on("error", fail);
    });
    request.on("error", fail).end(bytes);
  });
}

const CODES: Record<string, string> = {
  ENOTFOUND: "The name is not known.",
  EAI_AGAIN: "The name could not be looked up.",
  ECONNREFUSED: "Nothing answers there.",
  ECONNRESET: "The connection was cut off.",
  CERT_HAS_EXPIRED: "The certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate is signed by itself.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another name.",
};

function inWords(error: NodeJS.ErrnoException): string {
  if (error instanceof Refused) return error.message;
  const code = error.code ?? "";
  return CODES[code] ?? `It could not be sent${code ? ` (${code})` : ""}.`;
}
