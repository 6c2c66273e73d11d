import { findActiveVersion } from "~/microcredentials/definitions/definition.server";
import { answerTus } from "~/microcredentials/evidence/tus.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { done } from "../done";
import { psesd } from "../factories";
import { makeMicrocredential, part } from "./definitions";

const ORIGIN = "http://hourbook.test";
const TUS = { "Tus-Resumable": "1.0.0" };

/** A portfolio with a text and a part for files; ids and keys of both. */
export function beginWithFiles(coordinator: ScopedContext, author: ActorContext, most = 3) {
  const evidence = () => [part(), part({ kind: "file", title: "A lesson", most, required: true })];
  const microcredentialId = makeMicrocredential(coordinator, { providerId: psesd(coordinator.db).id, evidence });
  const { id: portfolioId } = done(startPortfolio(author, microcredentialId));
  const [text, file] = findActiveVersion(coordinator.db, microcredentialId)!.definition.evidence;
  return { portfolioId, microcredentialId, textKey: text!.key, fileKey: file!.key };
}

const b64 = (text: string) => Buffer.from(text).toString("base64");

/** What a browser sends before the first piece. */
export const firstHeaders = (said: { key: string; name: string; size: number | string; changedAt?: number }) => ({
  ...TUS,
  "Upload-Length": String(said.size),
  "Upload-Metadata": `part ${b64(said.key)},filename ${b64(said.name)},changedAt ${b64(String(said.changedAt ?? 1))}`,
});

/** A client of the protocol that calls what answers it, as somebody. */
export function tusAs(ctx: ActorContext, portfolioId: string) {
  const ask = async (uploadId: string | null, init: RequestInit) => {
    const url = `${ORIGIN}/portfolios/${portfolioId}/uploads${uploadId === null ? "" : `/${uploadId}`}`;
    try {
      return await answerTus(ctx, new Request(url, init), { portfolioId, uploadId });
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  };
  const begin = (said: Parameters<typeof firstHeaders>[0]) =>
    ask(null, { method: "POST", headers: firstHeaders(said) });
  const piece = (uploadId: string, offset: number, bytes: Uint8Array) =>
    ask(uploadId, {
      method: "PATCH",
      headers: { ...TUS, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
      body: new Uint8Array(bytes),
    });
  const head = (uploadId: string) => ask(uploadId, { method: "HEAD", headers: TUS });
  const idOf = (answer: Response) => answer.headers.get("Location")!.split("/").at(-1)!;
  /** All of a file in one piece; the last answer. */
  const send = async (key: string, name: string, bytes: Uint8Array) => {
    const begun = await begin({ key, name, size: bytes.length });
    return begun.status === 201 ? piece(idOf(begun), 0, bytes) : begun;
  };
  return { ask, begin, piece, head, idOf, send };
}
