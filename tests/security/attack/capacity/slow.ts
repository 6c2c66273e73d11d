import type { Socket } from "node:net";
import type { Scene } from "../scene/arena";
import { describeTimes, startBystanders } from "../scene/bystander";
import { Client, inLanes } from "../scene/client";
import { aim } from "../scene/figures";
import { openSocket, pause } from "../scene/raw";

const SLOW = 500;
const ATTACKER = "127.0.0.66";
/** Longer than the head of a request may take, with the time between two looks. */
const HEADS_END_MS = 24_000;
const MOST_PER_ADDRESS = 1_000;

/** Clients that take their time, 500 from one address, while others read the catalog. */
export async function run({ server, figures }: Scene): Promise<void> {
  const { host } = new URL(server.origin);
  const alone = startBystanders(server.origin, figures, 2);
  await pause(3_000);
  figures.notes.push(`before: ${describeTimes(await alone.stop())}`);

  const head = `GET /catalog HTTP/1.1\r\nHost: ${host}\r\n`;
  const body = `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\n\r\n`;
  const [heads, bodies, readers] = [[], [], []] as [Socket[], Socket[], Socket[]];
  const open = async (list: Socket[], count: number, words: string) =>
    inLanes(Array.from({ length: count }), 20, async () => {
      const socket = await openSocket(server.origin, ATTACKER);
      socket.write(words);
      list.push(socket);
    });
  const others = startBystanders(server.origin, figures, 2);
  await open(heads, SLOW / 2, head);
  await open(bodies, SLOW / 2, body);
  // Those who ask and never read what comes.
  await open(readers, 50, `${head}\r\n`.repeat(20));
  for (const socket of readers) socket.pause();
  const drip = setInterval(() => {
    for (const socket of heads) if (!socket.destroyed) socket.write("X-A: b\r\n");
    for (const socket of bodies) if (!socket.destroyed) socket.write("a");
    for (const socket of heads) socket.resume();
  }, 1_000);
  await pause(HEADS_END_MS);
  const left = heads.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
  const waiting = bodies.filter((socket) => !socket.destroyed).length;
  clearInterval(drip);
  figures.notes.push(`with ${SLOW} slow connections: ${describeTimes(await others.stop())}`);
  figures.notes.push(`after ${HEADS_END_MS / 1000} s: ${left} slow heads and ${waiting} slow bodies still open`);
  aim(figures, left === 0, `${left} slow heads were never ended`);
  for (const socket of [...heads, ...bodies, ...readers]) socket.destroy();
  await holdAll(server.origin, figures);
}

/** One address takes as many connections as it can: it gets its share, and others still come in. */
async function holdAll(origin: string, figures: Scene["figures"]): Promise<void> {
  const held: Socket[] = [];
  await inLanes(Array.from({ length: MOST_PER_ADDRESS + 200 }), 20, async () => {
    const socket = await openSocket(origin, ATTACKER).catch(() => null);
    if (socket) held.push(socket);
  });
  await pause(1_000);
  const open = held.filter((socket) => !socket.destroyed).length;
  const other = new Client(origin, figures, "127.0.0.67");
  const answer = await other.ask("/catalog");
  other.close();
  figures.notes.push(
    `${held.length} connections from one address: ${open} stay open, another address gets ${answer?.status}`,
  );
  aim(figures, open <= MOST_PER_ADDRESS, `one address holds ${open} connections`);
  aim(figures, answer?.status === 200, "others do not get in while one address holds all it can");
  for (const socket of held) socket.destroy();
}
