import { renameSync } from "node:fs";
import { connect } from "node:net";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { emailOf, insertPeople, PASSWORD } from "../e2e/people";
import { makeWorkplace, type RunningServer, startServer } from "../e2e/server-process";
import { Client } from "./attack/scene/client";
import { type Figures, noFigures } from "./attack/scene/figures";
import { fileForm, makePdfBomb } from "./attack/capacity/packed";
import { openSocket, pause, say, statusOf } from "./attack/scene/raw";

// The fast part of the attack: one real server, real sockets, no browser. `npm run attack` does the rest.

const MB = 1024 * 1024;

async function start(environment: Record<string, string> = {}) {
  const place = makeWorkplace();
  await insertPeople(place.databaseFile, Date.now());
  const server = await startServer({ DATABASE_FILE: place.databaseFile, JOBS: "elsewhere", ...environment });
  let stopped: Promise<number | null> | null = null;
  const stop = () => (stopped ??= server.stop());
  const end = async () => {
    await stop();
    place.remove();
  };
  return { server, stop, end, databaseFile: place.databaseFile };
}

/** The server that serves all tests which leave it as it was; its limits are low enough to be met. */
let shared: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  shared = await start({ LIMIT_SIGN_INS_PER_ADDRESS: "6", CONNECTIONS_PER_ADDRESS: "50" });
});
afterAll(() => shared.end());

/** What clients of a server, each at an address of its own, count together. */
function clientsOf({ server }: { server: RunningServer }) {
  const figures: Figures = noFigures();
  const client = (address?: string) => {
    const made = new Client(server.origin, figures, address);
    onTestFinished(() => made.close());
    return made;
  };
  return { figures, client };
}

async function startForTest(environment: Record<string, string> = {}) {
  const started = await start(environment);
  onTestFinished(started.end);
  return { ...started, ...clientsOf(started) };
}

test("no name of a field and no body makes the server fail, and it goes on serving", async () => {
  const { server } = shared;
  const { figures, client } = clientsOf(shared);
  const visitor = client();
  const names = ["email[100000000]", "__intent__", "__proto__", "hasOwnProperty", "constructor", "", "a".repeat(5_000)];
  for (const path of ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/Sign-In/", "/sign-in.data"]) {
    for (const name of names)
      expect([path, name, (await visitor.post(path, { [name]: "x" }))?.status]).toEqual([path, name, 400]);
  }
  const { host } = new URL(server.origin);
  const cookies = ["hourbook_session=%", "other=%zz; hourbook_session=%E0%A4%A", "=;;=%"];
  for (const cookie of cookies) expect((await visitor.ask("/desk", { headers: { Cookie: cookie } }))?.status).toBe(302);
  for (const type of ["application/json", "text/plain", "", "multipart/form-data", "multipart/form-data; boundary="]) {
    const answer = await visitor.ask("/sign-in", { method: "POST", headers: { "Content-Type": type }, body: "--\r\n" });
    expect([400, 415]).toContain(answer?.status);
  }
  for (const target of ["/%", "/%zz", "/catalog%00", "http://evil.example/", "*"]) {
    expect([target, await say(server.origin, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)]).toEqual([
      target,
      400,
    ]);
  }
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
    expect([method, (await visitor.ask("/sign-in", { method }))?.status]).toEqual([method, 405]);
  }
  expect((await visitor.ask("/catalog"))?.status).toBe(200);
  expect([...figures.statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  expect(figures.dropped).toBe(0);
});

test("a body that is too long is refused in words while it arrives, with its length said and in chunks", async () => {
  const { server } = shared;
  const head = (more: string) =>
    `POST /sign-in HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
  const piece = "a".repeat(MB);
  const chunk = `${MB.toString(16)}\r\n${piece}\r\n`;
  for (const [more, body] of [
    [`Content-Length: ${300 * MB}`, piece],
    ["Transfer-Encoding: chunked", chunk],
  ] as const) {
    const socket = await openSocket(server.origin);
    const answered = statusOf(socket);
    socket.write(head(more));
    // The answer comes long before all of it was sent.
    socket.write(body);
    expect(await answered).toBe(413);
    socket.destroy();
  }
});

test("others read the catalog while a file that unpacks to 1.5 GB is being checked", async () => {
  const { client } = clientsOf(shared);
  const order: string[] = [];
  const bomb = client("127.0.0.9")
    .ask("/verify", fileForm("file", "bomb.pdf", makePdfBomb(1_500 * MB)))
    .then((answer) => {
      order.push("bomb");
      return answer;
    });
  const reader = client();
  for (const path of ["/catalog", "/ready", "/catalog", "/ready"]) {
    expect((await reader.ask(path))?.status).toBe(200);
    order.push(path);
  }
  const answer = await bomb;
  expect(answer?.status).toBe(200);
  expect(answer?.text).toContain("too large to check");
  expect(order).toEqual(["/catalog", "/ready", "/catalog", "/ready", "bomb"]);
});

test("guesses of one password count over every spelling of the address, and what a client says of itself is not believed", async () => {
  const { client } = clientsOf(shared);
  const spellings = ["/sign-in", "/Sign-In", "/sign-in/", "/sign%2Din", "/sign-in.data"];
  const statuses: (number | undefined)[] = [];
  for (let each = 0; each < 15; each++) {
    const guesser = client(`127.0.4.${each + 1}`);
    const headers = { "X-Forwarded-For": `10.0.0.${each}`, "X-Client-Address": `10.0.0.${each}` };
    const fields = { email: emailOf("admin"), password: `guess ${each}` };
    statuses.push((await guesser.post(spellings[each % spellings.length]!, fields, headers))?.status);
  }
  expect(statuses.filter((status) => status === 409).length).toBeLessThanOrEqual(6);
  expect(statuses.at(-1)).not.toBe(409);
  const right = await client().post("/sign-in", { email: emailOf("admin"), password: PASSWORD });
  expect(right?.status).toBe(429);
  expect(Number(right?.headers["retry-after"])).toBeGreaterThan(0);
});

test("guesses from one network end, whichever account they are for, and others sign in", async () => {
  const { client } = clientsOf(shared);
  const guesser = client("127.0.5.1");
  const statuses: (number | undefined)[] = [];
  for (let each = 0; each < 9; each++) {
    const fields = { email: `somebody${each}@example.org`, password: "Winter2026!" };
    statuses.push((await guesser.post(each % 2 ? "/Sign-In" : "/sign-in", fields))?.status);
  }
  expect(statuses).toEqual([409, 409, 409, 409, 409, 409, 429, 429, 429]);
  await client("127.0.5.2").signIn(emailOf("educator"), PASSWORD);
});

test("a page of somebody's own and its data are kept by no cache, and another site's post is refused", async () => {
  const { client } = clientsOf(shared);
  const educator = client();
  await educator.signIn(emailOf("educator"), PASSWORD);
  for (const path of [
    "/desk",
    "/profile",
    "/registrations",
    "/hours",
    "/certificate",
    "/certificate/papers",
    "/certificate/elsewhere",
    "/certificate/growth-plans",
    "/transcript",
    "/no-such-page",
    "/approvals/guess",
    "/growth-plan-reviews/guess",
  ]) {
    for (const spelt of [path, `${path}.data`]) {
      const { headers } = (await educator.ask(spelt))!;
      expect([spelt, headers["cache-control"]]).toEqual([spelt, expect.stringMatching(/^private, no-store$/)]);
    }
  }
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }]) {
    expect((await educator.post("/profile", { intent: "save" }, headers))?.status).toBe(403);
  }
});

test("a database file that is moved away is told by /ready, /health lives on, and what is held is saved", async () => {
  const { server, client, stop, databaseFile } = await startForTest();
  const visitor = client();
  expect((await visitor.ask("/ready"))?.status).toBe(200);
  renameSync(databaseFile, `${databaseFile}.gone`);
  // An answer holds for a second.
  await pause(1_100);
  const ready = await visitor.ask("/ready");
  expect([ready?.status, ready?.text]).toEqual([503, expect.stringContaining('"reason":"gone"')]);
  expect((await visitor.ask("/health"))?.status).toBe(200);
  expect(await stop()).toBe(1);
  expect(server.output()).toContain("is saved in");
});

test("links that fail put neither their secrets nor an address into the log", async () => {
  const { server, client, databaseFile, stop } = await startForTest({ LOG_LEVEL: "debug" });
  const visitor = client();
  const db = new Sqlite(databaseFile);
  onTestFinished(() => void db.close());
  db.pragma("foreign_keys = OFF");
  for (const table of ["account_tokens", "supervisor_requests", "calendar_feeds", "documents", "accounts"]) {
    db.exec(`drop table ${table}`);
  }
  const secret = "Qm9vdGg3N2xpZ2h0aG91c2U_-aZ";
  const paths = [
    "/reset-password?token=",
    "/verify-email?token=",
    "/invitation?token=",
    "/approvals/",
    "/calendar/",
    "/verify/",
  ];
  for (const path of paths) {
    await visitor.ask(path + secret);
    await visitor.ask((path + secret).replace(/(\?|$)/, ".data$1"));
  }
  const typed = "somebody.typed@example.org";
  await visitor.post("/reset-password", { token: secret, password: "typed in vain today" });
  await visitor.post("/sign-in", { email: typed, password: "typed in vain today" });
  await visitor.post("/forgot-password", { email: typed });
  await stop();
  const printed = server.output();
  expect(printed.split("\n").filter((line) => line.includes('"level":50')).length).toBeGreaterThan(8);
  for (const hidden of [secret, typed, encodeURIComponent(typed), "typed in vain"])
    expect(printed).not.toContain(hidden);
});

test("clients that send a head slowly, or nothing, keep nobody out", async () => {
  const { server } = shared;
  const { figures, client } = clientsOf(shared);
  const port = Number(new URL(server.origin).port);
  const slow = Array.from({ length: 120 }, () => {
    const socket = connect({ host: "127.0.0.1", port, localAddress: "127.0.0.66" });
    socket.on("error", () => {}).on("connect", () => socket.write("GET / HTTP/1.1\r\nX:"));
    onTestFinished(() => void socket.destroy());
    return socket;
  });
  await pause(500);
  expect(slow.filter((socket) => !socket.destroyed).length).toBeLessThanOrEqual(50);
  const reader = client();
  for (let each = 0; each < 5; each++) expect((await reader.ask("/catalog"))?.status).toBe(200);
  expect(figures.dropped).toBe(0);
});
