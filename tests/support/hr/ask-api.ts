import { loader as acknowledgement, action as acknowledge } from "~/routes/api/v1.acknowledgement";
import { loader as credits } from "~/routes/api/v1.credits";
import { loader as file } from "~/routes/api/v1.exports.$id.file";
import { loader as exports } from "~/routes/api/v1.exports._index";
import { loader as people } from "~/routes/api/v1.people";
import { loader as token } from "~/routes/api/v1.token";

type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: Record<string, never>;
}) => Response | Promise<Response>;

const READS: [RegExp, Handler][] = [
  [/^\/credits$/, credits],
  [/^\/people$/, people],
  [/^\/exports$/, exports],
  [/^\/exports\/([^/]+)\/file$/, file],
  [/^\/token$/, token],
  [/^\/acknowledgement$/, acknowledgement],
];

/** Asks the API as a program does, under `/api/hr/v1`, and gives what comes back, problems too. */
export async function askApi(
  path: string,
  bearer: string | null,
  {
    body,
    headers = {},
    address = "203.0.113.7",
  }: { body?: unknown; headers?: Record<string, string>; address?: string } = {},
): Promise<Response> {
  const url = new URL(`http://hourbook.test/api/hr/v1${path}`);
  const [pattern, handler] = READS.find(([each]) => each.test(url.pathname.replace("/api/hr/v1", "")))!;
  const id = pattern.exec(url.pathname.replace("/api/hr/v1", ""))?.[1];
  const request = new Request(url, {
    headers: {
      ...{ "X-Client-Address": address, "X-Request-Id": `ask ${path}` },
      ...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { method: "PUT", body: JSON.stringify(body) }),
  });
  const params: Record<string, string> = id === undefined ? {} : { id };
  const args = { request, params, context: {} };
  try {
    return await (body === undefined ? handler : acknowledge)(args);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

/** The same, read as JSON. */
export async function readApi<Body = Record<string, unknown>>(path: string, bearer: string | null): Promise<Body> {
  return (await (await askApi(path, bearer)).json()) as Body;
}
