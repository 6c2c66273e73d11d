import { eq } from "drizzle-orm";
import { auditEntries, auditEntryPersons } from "#drizzle/schema/platform";
import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import { type Database, getDatabase } from "~/platform/database/database.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { sha256 } from "~/platform/secrets/codes.server";
import type { TestPerson } from "../../support/factories";
import type { Finder, FoundRoute } from "./extracted";
import type { AccessRow } from "./row";

const ORIGIN = "http://hourbook.test";

/** What came back: the status, and everything that was told: data, headers, bytes. */
export interface Answer {
  status: number;
  told: string;
  requestId: string;
}

interface Code {
  routes: readonly FoundRoute[];
  find: Finder;
}

let visits = 0;

/** A loader or an action, called as the framework would, by somebody who is signed in or by a visitor. */
export async function visit(code: Code, row: AccessRow, ids: Record<string, string>, cookie?: string): Promise<Answer> {
  const url = new URL(fill(row.at, ids), ORIGIN);
  const found = row.route === "root" ? { name: "root", params: {} } : code.find(url.pathname);
  if (found?.name !== row.route)
    throw new Error(`${row.at} leads to ${found?.name ?? "no page"}, not to ${row.route}.`);
  const { module } = code.routes.find(({ name }) => name === row.route)!;
  const requestId = `visit-${++visits}`;
  const headers = { "X-Request-Id": requestId, Origin: ORIGIN, ...(cookie && { Cookie: cookie }) };
  const body = row.method === "POST" ? formOf(row, ids) : undefined;
  const request = new Request(url, { method: row.method, headers, ...(body && { body }) });
  const handle = row.method === "GET" ? module.loader : module.action;
  if (!handle) return { status: 200, told: "", requestId };
  try {
    return { ...(await readAnswer(await handle({ request, params: found.params, context: {} }))), requestId };
  } catch (thrown) {
    if (!(thrown instanceof Response) && !isData(thrown)) throw thrown;
    return { ...(await readAnswer(thrown)), requestId };
  }
}

/** The cookie of somebody's browser. */
export async function cookieOf(db: Database, person: TestPerson | undefined): Promise<string | undefined> {
  return person && (await startSignInSession(db, person.accountId)).split(";")[0];
}

/** Puts ids for names: `/claims/{claim.ready}`. */
export function fill(text: string, ids: Record<string, string>): string {
  return text.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => {
    const value = ids[name];
    if (value === undefined) throw new Error(`The world has nothing named ${name}.`);
    return encodeURIComponent(value).replaceAll("%40", "@");
  });
}

function formOf(
  { intent, send = {}, sendFile, upload }: AccessRow,
  ids: Record<string, string>,
): URLSearchParams | FormData {
  if (upload !== undefined) return fileOf(fill(upload, ids));
  const form = sendFile ? new FormData() : new URLSearchParams();
  if (intent !== undefined) form.append("intent", intent);
  for (const [name, values] of Object.entries(send))
    for (const value of [values].flat()) form.append(name, fill(value, ids));
  if (sendFile && form instanceof FormData)
    form.append(sendFile.field, new File([sendFile.text], sendFile.name, { type: sendFile.type }));
  return form;
}

/** A document as a file that somebody was given. */
function fileOf(documentId: string): FormData {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(readDocumentFile(getDatabase(), documentId))], "certificate.pdf"));
  return form;
}

interface WithInit {
  type: "DataWithResponseInit";
  data: unknown;
  init: ResponseInit | null;
}

const isData = (value: unknown): value is WithInit =>
  typeof value === "object" && value !== null && (value as { type?: unknown }).type === "DataWithResponseInit";

async function readAnswer(value: unknown): Promise<Omit<Answer, "requestId">> {
  if (value instanceof Response) {
    const body = Buffer.from(await value.arrayBuffer());
    return { status: value.status, told: `${headersIn(value.headers)}\n${body.toString("utf8")}` };
  }
  if (!isData(value)) return { status: 200, told: inWords(value) };
  return { status: value.init?.status ?? 200, told: `${headersIn(value.init?.headers)}\n${inWords(value.data)}` };
}

const headersIn = (headers: HeadersInit | undefined): string => JSON.stringify([...new Headers(headers)]);

/** Page data as the framework sends them, maps and sets included. */
const inWords = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) =>
    each instanceof Map || each instanceof Set ? [...(each as Iterable<unknown>)] : each,
  ) ?? "";

/** Words of a list that an answer tells, whatever their case. */
export const listTold = (told: string, words: readonly string[]): string[] => {
  const text = told.toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
};

/** Whom the audit log names for a request (P5). */
export function namedFor(db: Database, requestId: string): Set<string> {
  flushReadings();
  const rows = db
    .select({ personId: auditEntryPersons.personId, about: auditEntries.personId })
    .from(auditEntries)
    .leftJoin(auditEntryPersons, eq(auditEntryPersons.entryId, auditEntries.id))
    .where(eq(auditEntries.requestId, requestId))
    .all();
  return new Set(rows.flatMap((row) => [row.personId ?? [], row.about ?? []].flat()));
}

/** Not changes of what people keep here: the log, counts of tries, signed-in browsers. */
const BESIDE = ["audit_entries", "audit_entry_persons", "attempts", "check_in_tries", "account_sessions"];

/** Stands for everything in the database that is somebody's. */
export function digestOf(db: Database): string {
  const tables = db.$client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  const rows = tables
    .filter((table) => !BESIDE.includes(table))
    .map((table) => db.$client.prepare(`select * from "${table}"`).raw().all());
  return sha256(JSON.stringify(rows));
}
