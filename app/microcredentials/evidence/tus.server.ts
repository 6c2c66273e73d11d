import { mkdirSync } from "node:fs";
import { FileStore } from "@tus/file-store";
import { ERRORS, Server, Upload as TusUpload } from "@tus/server";
import { z } from "zod";
import { PORTFOLIO_REFUSALS, type PortfolioRefusal } from "~/microcredentials/portfolios/refusal";
import type { ActorContext } from "~/platform/context";
import { getDatabase, isBusy } from "~/platform/database/database.server";
import { uploadsFolder } from "~/platform/files/bytes.server";
import { busyResponse } from "~/platform/serving/guarded-build.server";
import { notFound } from "~/platform/http/responses.server";
import { logger } from "~/platform/logging/logger.server";
import { endOf, finishUpload } from "./finish-upload.server";
import { arrivedOf, beginUpload, findMyUpload, findUnfinished, type Upload } from "./upload.server";
import { UploadHeld, UploadLock } from "./upload-lock.server";

/** What a browser says of a file before its first piece. */
const saidSchema = z.object({
  part: z.string().min(1).max(100),
  filename: z.string().min(1).max(255),
  changedAt: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});

/** A refusal as the protocol answers it: our sentence, and a status after which no client tries again by itself. */
const refused = (reason: PortfolioRefusal) => ({
  status_code:
    reason === "evidence-too-large" || reason === "portfolio-full" ? 413 : reason === "upload-gone" ? 410 : 422,
  body: PORTFOLIO_REFUSALS[reason],
});

const UNREADABLE = { status_code: 400, body: "What arrived is no file of this page. Reload the page and try again." };
const HELD = { status_code: 423, body: "Another request writes to this file right now. Try again in a moment." };
const FAULT = { status_code: 500, body: "Something went wrong on the server. Try again in a moment." };

/**
 * Answers a request of the tus protocol (1.0.0, creation only) about a file of a portfolio of the actor's own. A piece is here as
 * a whole before this is asked, so the lock is held for as long as the disk takes, however slow the line is.
 * @param uploadId the upload; null where one is to begin
 * @throws Response 404 for what is not the actor's
 */
export async function answerTus(
  ctx: ActorContext,
  request: Request,
  { portfolioId, uploadId }: { portfolioId: string; uploadId: string | null },
): Promise<Response> {
  const upload = uploadId === null ? null : findMyUpload(ctx.db, ctx, { portfolioId, uploadId });
  if (uploadId !== null && !upload) throw notFound();
  const methods = upload ? ["HEAD", "PATCH"] : ["POST"];
  if (!methods.includes(request.method)) return new Response(null, { status: 405, headers: { Allow: methods.join() } });
  if (upload) {
    const known = await answerKnown(ctx, request, upload);
    if (known) return known;
  }
  const answer = await makeServer(ctx, portfolioId, upload).handleWeb(request);
  if (answer.status === 503) throw busyResponse();
  // The library lets every site ask; this one is asked by its own pages alone.
  for (const name of [...answer.headers.keys()]) if (name.startsWith("access-control-")) answer.headers.delete(name);
  return answer;
}

/** What became of an upload that has ended, or is whole and was left unfinished; null while pieces are missing. */
async function answerKnown(ctx: ActorContext, request: Request, upload: Upload): Promise<Response | null> {
  const isWhole = upload.endedAt !== null || arrivedOf(upload.id) === upload.size;
  if (!isWhole || request.method !== "HEAD") return null;
  try {
    const { portfolioId, id: uploadId } = upload;
    const ended = upload.endedAt === null ? await finishUpload(ctx, { portfolioId, uploadId }) : endOf(upload);
    const length = { "Upload-Offset": String(upload.size), "Upload-Length": String(upload.size) };
    const headers = { "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" };
    if (ended.ok) return new Response(null, { headers: { ...headers, ...length } });
    return new Response(null, { status: refused(ended.reason).status_code, headers });
  } catch (error) {
    if (error instanceof UploadHeld) return new Response(HELD.body, { status: HELD.status_code });
    throw error;
  }
}

function makeServer(ctx: ActorContext, portfolioId: string, upload: Upload | null): Server {
  let begunId = upload?.id ?? "";
  return new Server({
    path: `/portfolios/${portfolioId}/uploads`,
    datastore: findStore(),
    locker: { newLock: (id) => new UploadLock(ctx.db, id) },
    getFileIdFromRequest: () => upload?.id,
    generateUrl: (_request, { id, path }) => `${path}/${id}`,
    namingFunction: (request, said) => {
      const read = saidSchema.safeParse(said);
      const size = Number(request.headers.get("Upload-Length") ?? Number.NaN);
      if (!read.success || !Number.isSafeInteger(size)) throw UNREADABLE;
      const { part: key, filename: name, changedAt } = read.data;
      const begun = beginUpload(ctx, { portfolioId, key, name, size, changedAt });
      if (!begun.ok) throw refused(begun.reason);
      return (begunId = begun.value.id);
    },
    onUploadFinish: async () => {
      const ended = await finishUpload(ctx, { portfolioId, uploadId: begunId });
      if (!ended.ok) throw refused(ended.reason);
      return {};
    },
    onResponseError: (_request, error) => {
      if (error instanceof UploadHeld || error === ERRORS.ERR_LOCK_TIMEOUT) return HELD;
      if (isBusy(error)) return { status_code: 503, body: "" };
      if ("status_code" in error) return error;
      logger.error({ err: error, portfolio: portfolioId }, "A piece of a file could not be taken");
      return FAULT;
    },
  });
}

let store: FileStore | undefined;

/**
 * What the library keeps of each upload is the row that stands for it; whose it is was asked before, and the room for it made by
 * `beginUpload`.
 */
function findStore(): FileStore {
  if (store) return store;
  const configstore = {
    get: (uploadId: string) => {
      const row = findUnfinished(getDatabase(), uploadId);
      return Promise.resolve(row ? new TusUpload({ id: row.id, size: row.size, offset: 0 }) : undefined);
    },
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  };
  // The library would make it in the background, where a fault ends the process.
  mkdirSync(uploadsFolder, { recursive: true });
  return (store = new FileStore({ directory: uploadsFolder, configstore }));
}
