import { demoAddress, type Scene } from "../scene/arena";
import { type Answer, Client } from "../scene/client";
import { aim } from "../scene/figures";

const SPELLINGS = [
  "/sign-in",
  "/Sign-In",
  "/SIGN-IN",
  "/sign-in/",
  "/sign%2Din",
  "/sign-in.data",
  "/%73ign-in",
  "//sign-in",
];
/** Wrong passwords that are looked at before one has to wait (account-limit.server.ts). */
const FREE = 5;
const PER_NETWORK = 100;
const CODES_PER_NETWORK = 60;
const LINKS_PER_NETWORK = 100;

const WRONG = "do not belong together";

const isChecked = (answer: Answer | null) => answer?.text.includes(WRONG) ?? false;

/** Guesses a password, codes and links, over every spelling of an address. */
export async function run(scene: Scene): Promise<void> {
  await guessOne(scene);
  await guessMany(scene);
  await guessCodes(scene);
}

/** One account from many networks: after five wrong ones, the next has to wait, whatever the address is spelt like. */
async function guessOne({ server, figures }: Scene): Promise<void> {
  const email = demoAddress("admin");
  let checked = 0;
  for (let round = 0; round < 10; round++) {
    for (const [at, path] of SPELLINGS.entries()) {
      const client = new Client(server.origin, figures, `127.0.4.${round * SPELLINGS.length + at + 1}`);
      const spelt = round % 2 ? email : email.toUpperCase();
      if (isChecked(await client.post(path, { email: spelt, password: `guess ${round} ${at}` }))) checked++;
      client.close();
    }
  }
  figures.notes.push(
    `one account, ${10 * SPELLINGS.length} guesses over ${SPELLINGS.length} spellings: ${checked} looked at`,
  );
  aim(figures, checked <= FREE + 2, `${checked} guesses of one password were looked at`);
  const client = new Client(server.origin, figures, "127.0.4.200");
  const right = await client.post("/sign-in", { email, password: "hourbook-demo" });
  aim(figures, right?.status === 429, `the right password was taken while guesses wait (${right?.status})`);
  aim(figures, Number(right?.headers["retry-after"]) > 0, "the wait is not said in a header");
  const put = await client.ask("/sign-in", {
    method: "PUT",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password: "hourbook-demo" }).toString(),
  });
  aim(figures, put?.status === 405, `PUT /sign-in was answered ${put?.status}`);
  aim(figures, !put?.headers["set-cookie"], "PUT /sign-in signs in");
  client.close();
}

/** Many accounts from one network. */
async function guessMany({ server, figures }: Scene): Promise<void> {
  const client = new Client(server.origin, figures, "127.0.5.1");
  let checked = 0;
  for (let each = 0; each < PER_NETWORK + 50; each++) {
    const path = SPELLINGS[each % 4]!;
    // What a client says of its address is not believed.
    const headers = { "X-Forwarded-For": `10.0.0.${each}`, "X-Client-Address": `10.0.0.${each}` };
    const fields = { email: `somebody${each}@example.org`, password: "Winter2026!" };
    if (isChecked(await client.post(path, fields, headers))) checked++;
  }
  client.close();
  figures.notes.push(`${PER_NETWORK + 50} accounts from one network: ${checked} looked at`);
  aim(figures, checked <= PER_NETWORK, `${checked} guesses from one network were looked at`);
  const other = new Client(server.origin, figures, "127.0.5.2");
  await other.signIn(demoAddress("educator"), "hourbook-demo");
  other.close();
}

async function guessCodes({ server, figures }: Scene): Promise<void> {
  const codes = new Client(server.origin, figures, "127.0.6.1");
  let looked = 0;
  for (let each = 0; each < CODES_PER_NETWORK + 40; each++) {
    const path = each % 2 ? "/verify" : "/Verify";
    const answer = await codes.ask(`${path}/${(1e12 + each).toString(36).toUpperCase()}`);
    if (answer?.status === 404) looked++;
  }
  figures.notes.push(`${CODES_PER_NETWORK + 40} codes from one network: ${looked} looked up`);
  aim(figures, looked <= CODES_PER_NETWORK, `${looked} codes from one network were looked up`);
  codes.close();
  const links = new Client(server.origin, figures, "127.0.6.2");
  let opened = 0;
  for (let each = 0; each < LINKS_PER_NETWORK + 60; each++) {
    const secret = `Guess${each}`.padEnd(27, "aB3");
    const path = [`/approvals/${secret}`, `/reset-password?token=${secret}`, `/invitation?token=${secret}`][each % 3]!;
    const answer = await links.ask(path);
    if (answer && answer.status !== 429) opened++;
  }
  figures.notes.push(`${LINKS_PER_NETWORK + 60} links from one network: ${opened} looked up`);
  aim(figures, opened <= LINKS_PER_NETWORK, `${opened} links from one network were looked up`);
  links.close();
}
