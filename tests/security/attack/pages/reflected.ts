import type { FixedMailbox } from "#seed/demo/accounts";
import { type Scene, signedIn } from "../scene/arena";
import { Client } from "../scene/client";
import { SCRIPTS } from "../scene/dictionary";
import { aim } from "../scene/figures";
import { listRoutes } from "../scene/forms";
import { readIds, withId } from "../scene/ids";

/** Everybody of the demo whose pages differ. */
export const WHO: readonly FixedMailbox[] = [
  "educator",
  "paraeducator",
  "facilitator",
  "coordinator",
  "registrar",
  "hr",
  "admin",
];

/** Every parameter that some page reads, with whatever it is for. */
export const PARAMETERS = listParameters();

/** What a form says of a link that it does not take. */
const LINK_WORDS = "web address that begins with https://";

/** Where a form takes a link, it takes none that runs script. */
export async function refuseLinks(scene: Scene): Promise<void> {
  const { figures, databaseFile } = scene;
  const coordinator = await signedIn(scene, "coordinator");
  const [course = ""] = readIds(databaseFile)("/coordinator/courses/:id");
  for (const link of [
    "javascript:window.hacked=1",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>1</script>",
    "vbscript:x",
  ]) {
    for (const name of ["link", "sessions[0].link"]) {
      const fields = { [name]: link, modality: "online" };
      const answer = await coordinator.post(`/coordinator/offerings/new?course=${course}`, fields);
      const refused = answer?.status === 400 && answer.text.includes(LINK_WORDS);
      aim(figures, refused, `${name}=${link} was not refused for what it is, but answered ${answer?.status}`);
    }
  }
  coordinator.close();
}

/** Every parameter of every page comes back as text or not at all. */
export async function reflect(scene: Scene): Promise<void> {
  const { figures, databaseFile } = scene;
  const idsFor = readIds(databaseFile);
  const clients = [
    new Client(scene.server.origin, figures),
    ...(await Promise.all(WHO.map((who) => signedIn(scene, who)))),
  ];
  const markers = SCRIPTS.map((script, at) => `${script}mark${at}`);
  for (const { path } of listRoutes()) {
    const address = withId(path, idsFor(path)[0] ?? "0");
    const script = markers[path.length % markers.length]!;
    const query = new URLSearchParams(PARAMETERS.map((name) => [name, script])).toString();
    for (const client of clients) {
      const answer = await client.ask(`${address}?${query}`);
      const isPage = answer?.headers["content-type"]?.includes("text/html") ?? false;
      const raw = /[<"]/.test(script) && isPage && answer!.text.includes(script);
      aim(figures, !raw, `${address} gives a parameter back as it came`);
    }
  }
  for (const client of clients) client.close();
}

/** The names of parameters, read off the code. */
function listParameters(): string[] {
  const names = listRoutes().flatMap(({ source }) =>
    [...source.matchAll(/[pP]arams\.get(?:All)?\("(\w+)"/g)].map(([, name]) => name!),
  );
  const read = [
    "q",
    "area",
    "host",
    "open",
    "order",
    "when",
    "sort",
    "page",
    "person",
    "from",
    "to",
    "view",
    "key",
    "token",
  ];
  return [...new Set([...names, ...read])];
}
