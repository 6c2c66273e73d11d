import { Chance } from "#seed/demo/chance";
import type { FixedMailbox } from "#seed/demo/accounts";
import { type Scene, signedIn } from "../scene/arena";
import { inventBody } from "./bodies";
import { Client, inLanes } from "../scene/client";
import { inventFields } from "../scene/dictionary";
import { findChanges, takeDigest } from "../scene/digest";
import { aim } from "../scene/figures";
import { type FormRoute, listFormRoutes } from "../scene/forms";
import { readIds, withId } from "../scene/ids";
import { idsOf } from "../scene/people";

const LANES = 8;
/** Signing out would make the rest of the posts a visitor's. */
const SIGN_OUT = "/sign-out";
const STAFF: readonly FixedMailbox[] = ["facilitator", "coordinator", "registrar", "hr", "admin"];

/**
 * Posts to every form, as everybody, with bodies of every kind. Of visitors and the educator, every row of every table
 * that is somebody's business is compared: nobody's may change but the educator's own.
 */
export async function run(scene: Scene): Promise<void> {
  const { figures, databaseFile, posts } = scene;
  const chance = new Chance(scene.seed);
  const forms = await listFormRoutes();
  const idsFor = readIds(databaseFile);
  const visitor = new Client(scene.server.origin, figures);
  const educator = await signedIn(scene, "educator");
  const send = async (client: Client, { path, ...form }: FormRoute) => {
    const ids = idsFor(path);
    const address = ids.length > 0 ? withId(path, chance.pick(ids)) : path.replace(/:\w+/, "0");
    const { headers, body } = inventBody(chance, inventFields(chance, form, ids));
    const spelt = chance.happens(0.15) ? `${address}.data` : address;
    await client.ask(spelt, { method: "POST", headers, body });
  };
  const owner = (clients: readonly Client[], { path }: FormRoute): Client =>
    clients[STAFF.findIndex((desk) => path.startsWith(`/${desk}`))] ?? chance.pick(clients);
  const usual = forms.filter(({ path }) => path !== SIGN_OUT);
  const jobs = function* (clients: readonly Client[], count: number) {
    for (let each = 0; each < count; each++) {
      const form = usual[Math.floor(each / clients.length) % usual.length]!;
      // Mostly from whoever may, so that what stands behind the right is met, too.
      const mayPost = clients.length === STAFF.length && chance.happens(0.75);
      yield { client: mayPost ? owner(clients, form) : clients[each % clients.length]!, form };
    }
  };
  const work = ({ client, form }: { client: Client; form: FormRoute }) => send(client, form);

  const half = Math.round(posts / 2);
  const before = takeDigest(databaseFile);
  await inLanes(jobs([visitor, educator], half), LANES, work);
  await send(
    educator,
    forms.find(({ path }) => path === SIGN_OUT)!,
  );
  const after = takeDigest(databaseFile);
  const changes = findChanges(before, after, idsOf(databaseFile, "educator"));
  figures.changes += changes.length;
  figures.notes.push(`compared: ${before.size} rows after ${half} posts of visitors and one educator`);
  figures.notes.push(...changes.slice(0, 10).map((change) => `changed: ${change}`));

  const staff = await Promise.all(STAFF.map((mailbox) => signedIn(scene, mailbox)));
  await inLanes(jobs(staff, posts - half), LANES, work);
  aim(figures, figures.overload === 0, `${figures.overload} answers said that Hourbook is busy at this rate`);
  figures.notes.push(`${forms.length} routes with forms, ${posts} posts`);
  for (const client of [visitor, educator, ...staff]) client.close();
}
