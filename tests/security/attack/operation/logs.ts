import { randomBytes } from "node:crypto";
import SqliteDatabase from "better-sqlite3";
import { startMailbox } from "../../../support/mailbox";
import { demoAddress, DEMO_PASSWORD, type Scene, signedIn } from "../scene/arena";
import { Client } from "../scene/client";
import { aim, noFigures } from "../scene/figures";
import { startJobs } from "../scene/jobs";
import { openSocket, pause } from "../scene/raw";

/** Tables without which pages behind links fail. */
const NEEDED = ["account_tokens", "supervisor_requests", "calendar_feeds", "documents", "attempts", "unsubscribe_keys"];

/**
 * Makes requests with links that work without a password fail in every way there is, and looks for the secrets, and for
 * everybody's mail address, in what the server and the deliverer print. The faults are made on purpose, on a server of
 * its own; their statuses are no figures of this part.
 */
export async function run({ arena, figures }: Scene): Promise<void> {
  const file = arena.copy("logs-place");
  const server = await arena.serve(file, { LOG_LEVEL: "debug" });
  const mailbox = await startMailbox();
  mailbox.refuseWith = 554;
  const own = noFigures();
  const visitor = new Client(server.origin, own, "127.0.8.1");
  const educator = await signedIn({ server, figures: own }, "educator", "127.0.8.2");
  await visitor.post("/forgot-password", { email: demoAddress("hr") });
  await visitor.post("/sign-up", { email: "fresh.mailbox@example.org", legalFirst: "Fresh", legalLast: "Mailbox" });
  await educator.post("/email-address", { intent: "change", email: "other@example.org", password: DEMO_PASSWORD });
  await educator.post("/registrations", { intent: "renew-feed" });
  const feed = /\/calendar\/([\w-]+)/.exec((await educator.ask("/registrations"))?.text ?? "")?.[1];
  aim(figures, feed !== undefined, "there is no calendar feed to look for");

  const db = new SqliteDatabase(file);
  const secrets = [...readSecrets(db), ...(feed ? [feed] : []), ...invented(12), educator.cookie.split("=")[1]!];
  secrets.push(DEMO_PASSWORD, "a password typed in vain");
  const visit = async (client: Client) => {
    for (const secret of secrets) {
      for (const path of pathsOf(secret)) {
        await client.ask(path);
        await client.ask(path.replace(/(\?|$)/, ".data$1"));
      }
      for (const path of ["/reset-password", "/verify-email", "/invitation", "/setup", "/email-address/confirm"]) {
        await client.post(path, {
          token: secret,
          password: "a password typed in vain",
          legalFirst: "A",
          legalLast: "B",
        });
      }
      await client.post(`/approvals/${secret}`, { intent: "approve" });
    }
    await client.post("/sign-in", { email: demoAddress("admin"), password: "a password typed in vain" });
    await client.post("/forgot-password", { email: demoAddress("admin") });
    await client.post("/sign-up", { email: "typed@example.org", legalFirst: "A", legalLast: "B" });
  };

  await holdLock(db, () => visit(new Client(server.origin, own, "127.0.8.4")));
  await leaveEarly(server.origin, secrets);
  const jobs = startJobs({ DATABASE_FILE: file, SMTP_URL: mailbox.url, ORIGIN: server.origin, LOG_LEVEL: "debug" });
  db.prepare("update outbox_messages set payload = '{}' where kind = 'verify-address'").run();
  await pause(6_000);
  jobs.kill("SIGTERM");
  await jobs.ended;
  await mailbox.stop();
  drop(db);
  await visit(new Client(server.origin, own, "127.0.8.3"));
  await visit(educator);
  const addresses = db.prepare("select email from persons where email is not null").pluck().all() as string[];
  db.close();
  await server.stop();

  const printed = server.output() + jobs.output();
  const sought = [
    ...new Set([...secrets, ...addresses, "typed@example.org", "fresh.mailbox@example.org", "other@example.org"]),
  ];
  const spelt = (text: string) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
  const found = sought.filter((text) => spelt(text).some((each) => printed.includes(each)));
  figures.leaks += found.length;
  figures.notes.push(
    `${own.requests} requests that fail (${[...own.statuses].map(([status, count]) => `${status}×${count}`).join(" ")}); ` +
      `${printed.split("\n").length} lines printed, ${sought.length} secrets and addresses sought: ${found.length} found`,
  );
  for (const text of found.slice(0, 5)) figures.notes.push(`found: ${text}: ${lineWith(printed, text)}`);
  aim(
    figures,
    [...own.statuses].some(([status, count]) => status === 500 && count > 50),
    "hardly anything failed",
  );
  aim(figures, printed.split("\n").length > 50, "hardly anything was printed");
}

const lineWith = (printed: string, text: string) =>
  printed
    .split("\n")
    .find((line) => line.includes(text) || line.includes(encodeURIComponent(text)))
    ?.slice(0, 300) ?? "";

const pathsOf = (secret: string) => [
  `/reset-password?token=${secret}`,
  `/verify-email?token=${secret}`,
  `/invitation?token=${secret}`,
  `/setup?token=${secret}`,
  `/email-address/confirm?token=${secret}`,
  `/approvals/${secret}`,
  `/calendar/${secret}`,
  `/verify/${secret}`,
  `/unsubscribe?key=${secret}`,
  `/sign-in?next=${encodeURIComponent(`/reset-password?token=${secret}`)}`,
];

/** Secrets that look like ours. */
const invented = (count: number) => Array.from({ length: count }, () => randomBytes(20).toString("base64url"));

function readSecrets(db: SqliteDatabase.Database): string[] {
  const payloads = db
    .prepare("select payload from outbox_messages order by id desc limit 50")
    .pluck()
    .all() as string[];
  return payloads.flatMap((payload) => /token=([\w-]+)/.exec(payload)?.[1] ?? []);
}

function drop(db: SqliteDatabase.Database): void {
  db.pragma("foreign_keys = OFF");
  for (const table of NEEDED) db.exec(`drop table ${table}`);
}

/** Does something while another writer holds the database for longer than anybody waits. */
async function holdLock(db: SqliteDatabase.Database, work: () => Promise<void>): Promise<void> {
  db.exec("begin immediate");
  const late = pause(12_000).then(() => db.exec("commit"));
  await work();
  await late;
}

/** Clients that go before the answer comes. */
async function leaveEarly(origin: string, secrets: readonly string[]): Promise<void> {
  const { host } = new URL(origin);
  for (const secret of secrets.slice(0, 10)) {
    for (const path of pathsOf(secret)) {
      const socket = await openSocket(origin, "127.0.8.5");
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      setTimeout(() => socket.resetAndDestroy(), 2);
    }
  }
  await pause(500);
}
