import { isForPrograms } from "./problem";

const KB = 1024;
const MB = 1024 * KB;

/** Room for the rest of the form beside a file. */
const FIELDS = 64 * KB;

/** More than any form of ours without a file takes, the longest texts and lists of choices included. */
export const USUAL_LIMIT = 256 * KB;

/** Bytes of the largest document of ours that is checked: 500 lines take about 500 KB. */
export const DOCUMENT_BYTES = 5 * MB;

/** Bytes of all files that are checked in one post, where no script sends them one by one. */
export const ALL_DOCUMENTS_BYTES = 40 * MB;

/** Bytes of a seal or a signature. */
export const IMAGE_BYTES = 500 * KB;

/** Bytes of a list of people. A pasted list travels percent-encoded, up to three times as long. */
export const LIST_BYTES = 1 * MB;

/** Bytes of a district's staff list: 20,000 lines take about 4 MB. */
export const STAFF_LIST_BYTES = 8 * MB;

/** Bytes of the marks that a device sends at once. */
const MARKS_BYTES = 1 * MB;

/** Bytes of one file that is kept, such as slides. */
export const FILE_BYTES = 20 * MB;
/** The attendance report of an online meeting, and several of one session. */
export const REPORT_BYTES = 5 * MB;
const REPORTS_BYTES = 4 * REPORT_BYTES;

/**
 * Bytes of one piece of a file that is sent in pieces: on a line of 150 kbit/s it arrives within the time that a request has,
 * and whatever is cut off costs no more than that.
 */
export const PIECE_BYTES = 2 * MB;

/** Bytes of all files that go with one message; mail servers seldom take more. */
export const ATTACHMENTS_BYTES = 10 * MB;

/** Bytes of a message that came back. */
export const MESSAGE_BYTES = 1 * MB;

/** Where pieces of files arrive. */
const PIECES = /^\/portfolios\/[^/]+\/uploads\/[^/]+$/;

/**
 * The addresses that take more than the usual. Whatever is written otherwise (capitals, a slash at the end, percent
 * signs) and not found here takes the usual, so that a strange spelling never allows more.
 */
const LARGER: readonly [RegExp, number][] = [
  [/^\/verify$/, DOCUMENT_BYTES + FIELDS],
  [/^\/hr\/verify\/file$/, DOCUMENT_BYTES + FIELDS],
  [/^\/hr\/verify$/, ALL_DOCUMENTS_BYTES + FIELDS],
  [/^\/admin\/providers\/[^/]+\/documents$/, IMAGE_BYTES + FIELDS],
  [/^\/coordinator\/offerings\/[^/]+\/register$/, 3 * LIST_BYTES + FIELDS],
  [/^\/hr\/staff-list$/, STAFF_LIST_BYTES + FIELDS],
  [/^\/facilitator\/sessions\/[^/]+\/reports$/, REPORTS_BYTES + FIELDS],
  [/^\/door\/marks$/, MARKS_BYTES],
  [/^\/facilitator\/offerings\/[^/]+\/materials$/, FILE_BYTES + FIELDS],
  [/^\/portfolios\/[^/]+$/, FILE_BYTES + FIELDS],
  [/^\/certificate\/(elsewhere|growth-plans)\/[^/]+$/, FILE_BYTES + FIELDS],
  [PIECES, PIECE_BYTES],
  [/^\/facilitator\/offerings\/[^/]+\/message$/, ATTACHMENTS_BYTES + FIELDS],
  [/^\/webhooks\/mail-bounce$/, MESSAGE_BYTES],
];

/** How many bytes of a body an address takes; one place for every route. */
export function bodyLimitOf(pathname: string): number {
  const plain = pathname.replace(/\.data$/, "");
  return LARGER.find(([pattern]) => pattern.test(plain))?.[1] ?? USUAL_LIMIT;
}

const METHODS = ["GET", "HEAD", "POST"];

/** What programs ask is read; what they acknowledge is put in place of what stood there. */
const ACKNOWLEDGEMENT = /^\/api\/hr\/v1\/acknowledgement$/;

/** By which methods an address is asked; only pieces of files are put to what is there already. */
export function methodsOf(pathname: string): string[] {
  if (isForPrograms(pathname)) return ACKNOWLEDGEMENT.test(pathname) ? ["GET", "HEAD", "PUT"] : ["GET", "HEAD"];
  return PIECES.test(pathname) ? [...METHODS, "PATCH"] : METHODS;
}
