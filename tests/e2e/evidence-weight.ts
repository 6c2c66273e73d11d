import { startSignInSession } from "~/people/accounts/sign-in-session.server";
import type { Database } from "~/platform/database/database.server";
import { PIECE_BYTES } from "~/platform/http/body-limit";
import { actingAs } from "../support/context";
import { makePerson } from "../support/factories";
import { idleMemoryMb, memoryMb } from "./server-memory";
import { makeCoordinator } from "../support/microcredentials/portfolios";
import { beginWithFiles, firstHeaders } from "../support/microcredentials/uploads";

const MB = 1024 * 1024;
/** A video of a telephone, as far as anybody looks at it. */
const HEAD = Buffer.from("\0\0\0\x14ftypqt  \0\0\x02\0qt  \0\0\0\x08wide", "latin1");

/** Somebody with a portfolio that asks for a text and files, and what a browser of theirs sends with each request. */
export async function makeWriter(db: Database) {
  const person = makePerson(db);
  const cookie = (await startSignInSession(db, person.accountId)).split(";", 1)[0]!;
  return { ...beginWithFiles(makeCoordinator(db), actingAs(db, person)), cookie };
}

interface Sent {
  portfolioId: string;
  key: string;
  cookie: string;
  name: string;
  size: number;
  /** Called after each piece. */
  onPiece: () => void;
}

/**
 * Sends a video to a running server in pieces, as a browser does.
 * @throws Error with the answer, where a piece is not taken
 */
export async function sendVideo(origin: string, sent: Sent): Promise<void> {
  const { portfolioId, key, cookie, name, size, onPiece } = sent;
  const ask = async (path: string, method: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(new URL(path, origin), {
      method,
      headers: { Cookie: cookie, Origin: origin, ...headers },
      ...(body && { body }),
    });
    const words = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${words}`);
    return answer;
  };
  const first = firstHeaders({ key, name, size });
  const begun = await ask(`/portfolios/${portfolioId}/uploads`, "POST", first);
  const at = begun.headers.get("Location")!;
  const type = { "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream" };
  for (let offset = 0; offset < size; offset += PIECE_BYTES) {
    const piece = new Uint8Array(Math.min(PIECE_BYTES, size - offset)).fill(offset / PIECE_BYTES);
    if (offset === 0) piece.set(HEAD);
    await ask(at, "PATCH", { ...type, "Upload-Offset": String(offset) }, piece);
    onPiece();
  }
}

/** The memory in MB that a running server holds at rest, and the most that it holds while a video arrives. */
export async function measureUpload(
  { origin, pid }: { origin: string; pid: number },
  to: Pick<Sent, "portfolioId" | "key" | "cookie">,
  sizeMb: number,
): Promise<{ idle: number; most: number }> {
  await sendVideo(origin, { ...to, name: "Warm-up.mov", size: 8 * MB, onPiece: () => {} });
  const idle = await idleMemoryMb(pid);
  let most = idle;
  const look = () => (most = Math.max(most, memoryMb(pid, "VmRSS")));
  const watch = setInterval(look, 20);
  await sendVideo(origin, { ...to, name: "Lesson.mov", size: sizeMb * MB, onPiece: look }).finally(() =>
    clearInterval(watch),
  );
  return { idle, most };
}
