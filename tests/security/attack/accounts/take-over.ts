import { startMailbox } from "../../../support/mailbox";
import { demoAddress, DEMO_PASSWORD, type Scene, signedIn } from "../scene/arena";
import { Client } from "../scene/client";
import { findChanges, takeDigest } from "../scene/digest";
import { aim } from "../scene/figures";
import { startJobs } from "../scene/jobs";
import { pause } from "../scene/raw";
import { idsOf } from "../scene/people";

type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

const NEW_PASSWORD = "a heron over the marsh";
const THIEF = "thief@evil.example";

/** Stories of people who want somebody else's account. Mail really goes out, to a mailbox of the attack's own. */
export async function run(scene: Scene): Promise<void> {
  const mailbox = await startMailbox();
  const jobs = startJobs({ DATABASE_FILE: scene.databaseFile, SMTP_URL: mailbox.url, ORIGIN: scene.server.origin });
  try {
    await askForOtherAddress(scene, mailbox);
    await openLinkElsewhere(scene, mailbox);
    await signUpAgain(scene, mailbox);
    await signUpFirst(scene, mailbox);
  } finally {
    jobs.kill("SIGTERM");
    await jobs.ended;
    await mailbox.stop();
  }
}

/** The secret in the newest mail to an address whose link begins with a path. */
async function linkTo(mailbox: Mailbox, to: string, path: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const mails = mailbox.messages.filter((mail) => mail.to.includes(to)).reverse();
    for (const { text } of mails) {
      const found = new RegExp(`${path}\\?token=([\\w-]+)`).exec(text)?.[1];
      if (found) return found;
    }
    await pause(100);
  }
  throw new Error(`No mail with ${path} came to ${to}.`);
}

/** Somebody who knew the password asks for another address; the owner sets a new password: nothing of it is left. */
async function askForOtherAddress(scene: Scene, mailbox: Mailbox): Promise<void> {
  const { server, figures } = scene;
  const thief = await signedIn(scene, "paraeducator", "127.0.7.1");
  await thief.post("/email-address", { intent: "change", email: THIEF, password: DEMO_PASSWORD });
  const pending = await linkTo(mailbox, THIEF, "/email-address/confirm");
  const owner = new Client(server.origin, figures, "127.0.7.2");
  await owner.post("/forgot-password", { email: demoAddress("paraeducator") });
  const token = await linkTo(mailbox, demoAddress("paraeducator"), "/reset-password");
  const reset = await owner.post("/reset-password", { token, password: NEW_PASSWORD });
  owner.keepCookie(reset);
  aim(figures, reset?.status === 302, `the owner's reset was answered ${reset?.status}`);
  const desk = await thief.ask("/desk");
  aim(figures, desk?.status === 302, "the thief is still signed in after the owner's reset");
  const late = await thief.post("/email-address/confirm", { token: pending });
  aim(
    figures,
    late?.status !== 302 || late.headers.location!.startsWith("/sign-in"),
    "the pending change survived a reset",
  );
  const known = new Client(server.origin, figures, "127.0.7.1");
  await known.signIn(demoAddress("paraeducator"), NEW_PASSWORD);
  const again = await known.post("/email-address/confirm", { token: pending });
  aim(figures, again?.status === 409, `the pending change works in another browser of the owner's (${again?.status})`);
  const twice = await owner.post("/reset-password", { token, password: "another heron over it" });
  aim(figures, twice?.status === 409, `a reset link works twice (${twice?.status})`);
  const mine = await owner.ask("/email-address");
  aim(figures, mine?.text.includes(demoAddress("paraeducator")) ?? false, "the address is not the owner's any more");
  for (const client of [thief, owner, known]) client.close();
}

/** A link for a change of address, in whatever browser else: it signs nobody in, and changes nothing. */
async function openLinkElsewhere(scene: Scene, mailbox: Mailbox): Promise<void> {
  const { server, figures, databaseFile } = scene;
  const owner = await signedIn(scene, "facilitator", "127.0.7.3");
  await owner.post("/email-address", { intent: "change", email: "new@example.org", password: DEMO_PASSWORD });
  const token = await linkTo(mailbox, "new@example.org", "/email-address/confirm");
  const before = takeDigest(databaseFile);
  const visitor = new Client(server.origin, figures, "127.0.7.4");
  const looked = await visitor.ask(`/email-address/confirm?token=${token}`);
  const pressed = await visitor.post("/email-address/confirm", { token });
  visitor.keepCookie(looked);
  visitor.keepCookie(pressed);
  aim(figures, visitor.cookie === "", "a link for a change of address signs somebody in");
  aim(figures, pressed?.headers.location?.startsWith("/sign-in") ?? false, "a visitor can press the link's button");
  aim(figures, !(looked?.text ?? "").includes("new@example.org"), "the link shows the new address to anybody");
  const other = await signedIn(scene, "educator", "127.0.7.5");
  const foreign = await other.post("/email-address/confirm", { token });
  aim(figures, foreign?.status === 409, `somebody else's browser took the change (${foreign?.status})`);
  const changes = findChanges(before, takeDigest(databaseFile)).filter((key) => !key.startsWith("outbox_messages"));
  figures.changes += changes.length;
  figures.notes.push(...changes.map((change) => `changed by a link elsewhere: ${change}`));
  const own = await owner.post("/email-address/confirm", { token });
  aim(figures, own?.status === 302, `the owner's own browser cannot use the link (${own?.status})`);
  for (const client of [owner, visitor, other]) client.close();
}

/** Somebody signs up with an address that has an account: nothing of the owner changes, and a mail tells them. */
async function signUpAgain({ server, figures, databaseFile }: Scene, mailbox: Mailbox): Promise<void> {
  const email = demoAddress("coordinator");
  const own = idsOf(databaseFile, "coordinator");
  const mails = mailbox.messages.length;
  const before = takeDigest(databaseFile);
  const thief = new Client(server.origin, figures, "127.0.7.6");
  const known = await thief.post("/sign-up", { email, legalFirst: "T", legalLast: "H" });
  const unknown = await thief.post("/sign-up", { email: "nobody-yet@example.org", legalFirst: "T", legalLast: "H" });
  const plain = (text = "") =>
    text.replaceAll(/[\w.-]+@[\w.-]+/g, "").replaceAll(/nonce="[^"]*"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "");
  aim(figures, known?.status === unknown?.status, "the answer's status tells who has an account");
  aim(figures, plain(known?.text) === plain(unknown?.text), "the answer's words tell who has an account");
  const changes = findChanges(before, takeDigest(databaseFile)).filter((key) => !key.startsWith("outbox_messages"));
  figures.changes += changes.length;
  aim(figures, !own.some((id) => changes.some((key) => key.includes(id))), "a second sign-up changed the owner's rows");
  await linkTo(mailbox, "nobody-yet@example.org", "/verify-email");
  for (let waited = 0; waited < 10_000 && !newMails().length; waited += 100) await pause(100);
  function newMails() {
    return mailbox.messages.slice(mails).filter(({ to }) => to.includes(email));
  }
  aim(figures, newMails().length === 1, `${newMails().length} mails told the owner of a second sign-up`);
  aim(
    figures,
    newMails().every(({ text }) => !text.includes("token=")),
    "that mail holds a link that signs in",
  );
  const owner = new Client(server.origin, figures, "127.0.7.7");
  await owner.signIn(email, DEMO_PASSWORD);
  for (const client of [thief, owner]) client.close();
}

/** A thief signs up with somebody's address before its owner does: only the mailbox decides, and only its password counts. */
async function signUpFirst({ server, figures }: Scene, mailbox: Mailbox): Promise<void> {
  const email = "newcomer@example.org";
  const thief = new Client(server.origin, figures, "127.0.7.8");
  await thief.post("/sign-up", { email, legalFirst: "Not", legalLast: "Me", password: "the thief's own words" });
  await thief.post("/sign-up", { email, legalFirst: "Not", legalLast: "Me" });
  const owner = new Client(server.origin, figures, "127.0.7.9");
  await owner.post("/sign-up", { email, legalFirst: "New", legalLast: "Comer" });
  await pause(3_000);
  const token = await linkTo(mailbox, email, "/verify-email");
  const made = await owner.post("/verify-email", {
    token,
    legalFirst: "New",
    legalLast: "Comer",
    password: NEW_PASSWORD,
    "workplace.organisationId": "none",
  });
  aim(figures, made?.status === 302, `the owner of the mailbox cannot sign up (${made?.status})`);
  const wrong = await thief.post("/sign-in", { email, password: "the thief's own words" });
  aim(figures, wrong?.status === 409, `the thief's password was answered ${wrong?.status}`);
  const others = mailbox.messages
    .filter(({ to }) => to.includes(email))
    .map(({ text }) => /token=([\w-]+)/.exec(text)?.[1]);
  for (const each of others.filter((found) => found && found !== token)) {
    const late = await thief.post("/verify-email", {
      token: each!,
      legalFirst: "T",
      legalLast: "H",
      password: NEW_PASSWORD,
      "workplace.organisationId": "none",
    });
    aim(figures, late?.status === 409, `another sign-up link still works (${late?.status})`);
  }
  for (const client of [thief, owner]) client.close();
}
