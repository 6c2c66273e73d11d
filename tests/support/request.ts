import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { readList } from "~/platform/lists/list-page.server";
import type { ListSource } from "~/platform/lists/list-query.server";
import type { TestPerson } from "./factories";

const ORIGIN = "http://hourbook.test";

/** A GET of a page, by somebody who is signed in or by a visitor. */
export async function get(db: Database, path: string, person?: TestPerson): Promise<Request> {
  return new Request(`${ORIGIN}${path}`, { headers: await headersFor(db, person) });
}

/** A posted form, with files where it is `FormData`, by somebody who is signed in or by a visitor. */
export async function post(
  db: Database,
  path: string,
  values: Record<string, string | string[]> | FormData,
  person?: TestPerson,
): Promise<Request> {
  const body = values instanceof FormData ? values : formOf(values);
  return new Request(`${ORIGIN}${path}`, {
    method: "POST",
    body,
    headers: { ...(await headersFor(db, person)), Origin: ORIGIN },
  });
}

function formOf(values: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) body.append(name, each);
  return body;
}

async function headersFor(db: Database, person?: TestPerson): Promise<Record<string, string>> {
  const base = { "X-Client-Address": "203.0.113.7", "X-Request-Id": "test-request" };
  if (!person) return base;
  const cookie = await startSignInSession(db, person.accountId);
  return { ...base, Cookie: cookie.split(";")[0]! };
}

/** What a loader or action throws, as a Response. */
export async function thrownBy(work: () => unknown): Promise<Response> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

/** One page of a list, as an address asks for it. */
export function pageOfList<Row>(make: (search: URLSearchParams) => ListSource<Row>, query = "") {
  const search = new URLSearchParams(query);
  return readList(make(search), search);
}
