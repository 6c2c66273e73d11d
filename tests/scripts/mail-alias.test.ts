import { chmodSync, copyFileSync, existsSync } from "node:fs";
import path from "node:path";
import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { mailRefusals, outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { useTestDatabase } from "../support/database";
import { until } from "../support/job-process";
import { messagesOf } from "../support/outbox";
import { hasPostfix, startPostfix } from "./postfix";
import { makeOpenFolder, SECRET, startReturnedMailServer, writeConfiguration } from "./returned-mail-server";
import { answerTo, reportOn, sentTo } from "./sent-message";

/** The alias as docs/operations.md has it, with the program and its configuration where the user nobody may read them. */
function installAlias(url: string): string {
  const folder = makeOpenFolder();
  const program = path.join(folder, "mail-bounce.mjs");
  copyFileSync("scripts/mail-bounce.mjs", program);
  chmodSync(program, 0o644);
  const config = writeConfiguration(folder, { HOURBOOK_URL: url, MAIL_BOUNCE_SECRET: SECRET });
  const node = existsSync("/usr/bin/node") ? "/usr/bin/node" : process.execPath;
  return `hourbook: "|${node} ${program} --config ${config}"`;
}

async function startWorld() {
  const db = useTestDatabase();
  const server = await startReturnedMailServer();
  const postfix = await startPostfix(installAlias(server.url));
  const transport = createTransport({ url: postfix.url, pool: true, ignoreTLS: true });
  onTestFinished(() => transport.close());
  const send = (raw: string, from = "") =>
    transport.sendMail({ envelope: { from, to: "hourbook@hourbook.test" }, raw });
  return { db, server, postfix, send };
}

// Outside of CI a machine may lack Postfix; there its absence fails the test.
const real = test.skipIf(!hasPostfix && !process.env.CI);

real("a real Postfix hands reports and answers to the running server, as nobody, in a folder of its own", async () => {
  const { db, postfix, send } = await startWorld();
  const contact = { name: "Dana", address: "dana@esd.example" };
  await send(reportOn(sentTo(db, "bo@test.example"), "bo@test.example"));
  await send(answerTo(sentTo(db, "ana@district.example", contact)), "ana@district.example");
  await until(() => postfix.log().split("status=sent").length === 3, "both are handled");
  expect(db.select().from(addressFaults).all()).toMatchObject([{ address: "bo@test.example", source: "report" }]);
  expect(messagesOf(db, "answer-passed-on")).toMatchObject([{ recipient: "dana@esd.example" }]);
  expect(postfix.log()).not.toContain("status=bounced");
});

real("while Hourbook does not run, Postfix keeps the mail, comes again, and tells its sender nothing", async () => {
  const { db, server, postfix, send } = await startWorld();
  const { port } = new URL(server.url);
  await server.stop();
  await send(reportOn(sentTo(db, "bo@test.example"), "bo@test.example"));
  await until(() => postfix.log().includes("status=deferred"), "it is kept");
  expect(postfix.log()).toMatch(/status=deferred \(temporary failure.*mail-bounce: .*to be tried again/);
  await server.start(Number(port));
  postfix.flush();
  await until(() => postfix.log().includes("status=sent"), "it is handled");
  expect(db.select().from(addressFaults).all()).toHaveLength(1);
});

real(
  "a burst of 300 reports is handled, each once",
  async () => {
    const { db, postfix, send } = await startWorld();
    const ids = Array.from({ length: 300 }, (_, each) => [sentTo(db, `p${each}@test.example`), each] as const);
    await Promise.all(ids.map(([id, each]) => send(reportOn(id, `p${each}@test.example`))));
    await until(() => postfix.log().split("status=sent").length > 300, "all are handled", 120_000);
    expect(db.select().from(mailRefusals).all()).toHaveLength(300);
    expect(
      new Set(
        db
          .select()
          .from(outboxMessages)
          .all()
          .map(({ state }) => state),
      ),
    ).toEqual(new Set(["failed"]));
  },
  150_000,
);
