import { type Scene, signedIn } from "../scene/arena";
import { findChanges, takeDigest } from "../scene/digest";
import { aim } from "../scene/figures";
import { listFormRoutes, listRoutes } from "../scene/forms";
import { readIds, withId } from "../scene/ids";
import type { FixedMailbox } from "#seed/demo/accounts";

/** What another site's page makes a browser send with a post. */
const FOREIGN: readonly Record<string, string>[] = [
  { Origin: "https://evil.example" },
  { Origin: "null" },
  { Origin: "https://localhost.evil.example" },
  { "Sec-Fetch-Site": "cross-site" },
  { Origin: "http://localhost:1" },
  { Origin: "not an origin" },
];

const WHO: readonly FixedMailbox[] = ["educator", "facilitator", "coordinator", "registrar", "hr", "admin"];

/**
 * Another site's pages make browsers post to every form, and open every page, of people who are signed in: every post is
 * refused, and no row of anybody changes, theirs included.
 */
export async function run(scene: Scene): Promise<void> {
  const { figures, databaseFile } = scene;
  const idsFor = readIds(databaseFile);
  const forms = await listFormRoutes();
  const people = await Promise.all(WHO.map((mailbox) => signedIn(scene, mailbox)));
  const before = takeDigest(databaseFile);
  for (const { path, names, literals } of forms) {
    const address = withId(path, idsFor(path)[0] ?? "0");
    const fields = Object.fromEntries(names.map((name) => [name, literals.get(name)?.[0] ?? "x"]));
    for (const [at, headers] of FOREIGN.entries()) {
      const person = people[at % people.length]!;
      for (const spelt of [address, `${address}.data`]) {
        const answer = await person.post(spelt, fields, at === 3 ? { Origin: "", ...headers } : headers);
        aim(figures, answer?.status === 403, `${spelt} with ${JSON.stringify(headers)} was answered ${answer?.status}`);
      }
    }
  }
  const posts = figures.requests;
  // A picture in another site's page opens any address; looking must change nothing.
  for (const { path } of listRoutes()) {
    const address = withId(path, idsFor(path)[0] ?? "0");
    for (const person of people) await person.ask(address, { headers: { "Sec-Fetch-Site": "cross-site" } });
  }
  const changes = findChanges(before, takeDigest(databaseFile));
  figures.changes += changes.length;
  figures.notes.push(...changes.slice(0, 10).map((change) => `changed: ${change}`));
  figures.notes.push(
    `${posts} posts from other sites, ${figures.requests - posts} pages opened; ${before.size} rows compared`,
  );
  await checkPrivate(scene);
  for (const person of people) person.close();
}

/** A page of somebody's own is kept by no cache, nor are its data; the cookie is for the server alone. */
async function checkPrivate(scene: Scene): Promise<void> {
  const { figures } = scene;
  const educator = await signedIn(scene, "educator");
  const idsFor = readIds(scene.databaseFile);
  for (const { path } of listRoutes()) {
    const address = withId(path, idsFor(path)[0] ?? "0");
    for (const spelt of [address, `${address}.data`]) {
      const answer = await educator.ask(spelt);
      const cache = String(answer?.headers["cache-control"] ?? "");
      const isPrivate = cache.includes("private") && cache.includes("no-store");
      const isPublic = /^\/(\.well-known.*|accessibility|about-hours)/.test(path);
      aim(figures, isPrivate || isPublic, `${spelt} says Cache-Control: ${cache}`);
    }
  }
  aim(figures, /hourbook_session=/.test(educator.cookie), "there is no session");
  const set = (await educator.post("/sign-in", { email: "educator@demo.hourbook.example", password: "hourbook-demo" }))
    ?.headers["set-cookie"]?.[0];
  aim(
    figures,
    /HttpOnly/i.test(set ?? "") && /SameSite=Lax/i.test(set ?? ""),
    `the cookie says ${set?.replace(/=[^;]*/, "=…")}`,
  );
  educator.close();
}
