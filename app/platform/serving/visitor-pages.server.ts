import { createHash } from "node:crypto";
import type { Request as IncomingRequest } from "express";
import { publicChangeMark } from "~/platform/database/public-change-mark.server";
import { getDatabase } from "~/platform/database/database.server";
import { readCookies } from "./cookies";
import { pack, type Packing } from "./compress.server";

/** How long a page is kept where nothing changes: what it says of time may be so much too old. */
const KEPT_MS = 2_000;
/** From this age on, whoever asks has it made anew for those who come next, and does not wait for it. */
const RENEWED_MS = 1_500;
/** Searches have any number of addresses. */
const MOST_KEPT = 300;

/** Pages that say the same to everybody who is not signed in: home, catalog, micro-credentials, one of each, and what feeds them. */
const PUBLIC =
  /^\/(?:_root\.data|(?:catalog|microcredentials|(?:courses|offerings|microcredentials)\/[0-9a-f-]{36})(?:\.data)?)?$/;

/** What says the same to everybody, signed in or not. */
const EVERYBODYS = /^\/offerings\/[0-9a-f-]{36}\/mark$/;

/** Cookies by which a page becomes somebody's own. */
const PERSONAL = ["hourbook_session", "hourbook_toast"];

/** A page that was made for a visitor, ready to be sent to any. */
export interface VisitorPage {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
  /** Null where it is for one visitor only. */
  etag: string | null;
  /** What its own scripts are known by to the content security policy. */
  scripts: string[];
  packed: Map<Packing, ReturnType<typeof pack>>;
}

interface Kept {
  page: Promise<VisitorPage>;
  madeAt: number;
  /** What visitors saw had changed so often. */
  mark: number;
  isRenewing?: true;
}

const kept = new Map<string, Kept>();

/** Under which a request's page is kept; null where the page is somebody's own, or is not kept. */
export function visitorKeyOf(request: IncomingRequest): string | null {
  if (request.method !== "GET") return null;
  if (EVERYBODYS.test(request.path)) return request.path;
  if (!PUBLIC.test(request.path)) return null;
  const cookies = readCookies(request.headers.cookie);
  if (PERSONAL.some((name) => cookies.has(name))) return null;
  // By its host as well, so that nobody can have a page made under a name of their own for others.
  return `${cookies.get("theme") ?? ""} ${request.get("Host") ?? ""} ${request.originalUrl}`;
}

/**
 * A visitor's page: the one that was made within the last two seconds, if nothing that visitors see has changed since, or one
 * that is made now, for everybody who asks for it meanwhile.
 */
export async function visitorPage(key: string, now: number, make: () => Promise<VisitorPage>): Promise<VisitorPage> {
  const mark = publicChangeMark(getDatabase());
  const found = kept.get(key);
  if (found?.mark === mark && now < found.madeAt + KEPT_MS) {
    const page = await found.page;
    if (page.etag !== null) {
      if (now >= found.madeAt + RENEWED_MS) renew(key, found, { madeAt: now, mark }, make);
      return page;
    }
  }
  const page = make();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { page, madeAt: now, mark });
  const forget = () => kept.get(key)?.page === page && kept.delete(key);
  return page.then(
    (made) => {
      if (made.etag === null) forget();
      return made;
    },
    (error: unknown) => {
      forget();
      throw error;
    },
  );
}

/** Once whoever asked has been answered. What fails is told to whoever asks when the kept page is too old. */
function renew(key: string, old: Kept, next: Omit<Kept, "page">, make: () => Promise<VisitorPage>): void {
  if (old.isRenewing) return;
  old.isRenewing = true;
  setImmediate(() => {
    make().then(
      (made) => kept.get(key) === old && kept.set(key, { page: Promise.resolve(made), ...next }),
      () => undefined,
    );
  });
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Makes of an answer what can be sent to every visitor, if it can.
 * @param reference the only thing in a page that is another one each time it is made
 */
export async function toVisitorPage(
  answer: Response,
  { whole, reference }: { whole: Buffer | null; reference: string },
): Promise<VisitorPage> {
  const body = whole ?? Buffer.from(await answer.arrayBuffer());
  const text = body.toString();
  const isAnybodys = answer.status === 200 && !answer.headers.has("Set-Cookie") && !text.includes('name="once"');
  return {
    status: answer.status,
    headers: [...answer.headers],
    body,
    etag: isAnybodys ? `W/"${digest(text.replaceAll(reference, ""), "base64url").slice(0, 22)}"` : null,
    scripts: text.startsWith("<!DOCTYPE")
      ? [...text.matchAll(SCRIPT)]
          .filter(([, attributes]) => !/\ssrc=|\stype="application\/ld\+json"/.test(attributes!))
          .map(([, , code]) => `'sha256-${digest(code!, "base64")}'`)
      : [],
    packed: new Map(),
  };
}

/** The page's body packed for a client, once for all of them. */
export function packedFor(page: VisitorPage, packing: Packing): ReturnType<typeof pack> {
  const found = page.packed.get(packing) ?? pack(page.body, packing);
  page.packed.set(packing, found);
  return found;
}

const digest = (content: string | Buffer, encoding: "base64" | "base64url") =>
  createHash("sha256").update(content).digest(encoding);
