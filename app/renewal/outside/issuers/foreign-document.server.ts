import { and, eq } from "drizzle-orm";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { checkWithKeys, isIssuedHere } from "~/documents/checking/uploaded-file.server";
import type { DocumentParameters } from "~/documents/issuing/document-parameters";
import { listFormerNames } from "~/people/names/former-name.server";
import { legalNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { safeFileName } from "~/platform/files/file-name";
import { keepFile, type ReceivedFile, receiveFile } from "~/platform/files/file-store.server";
import { DOCUMENT_BYTES } from "~/platform/http/body-limit";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { OUTSIDE_ACTIONS, toHistory } from "~/renewal/outside/outside-changes";
import type { OutsideInput } from "~/renewal/outside/outside-hours";
import { BY_OWN_WORD, recordOutside } from "~/renewal/outside/outside-hours.server";
import { type ForeignRefusal, isAbout, readInWords, readLines } from "./foreign-document";
import { listTrustedKeys } from "./trusted-issuer.server";

interface Signed {
  document: DocumentParameters;
  issuer: { id: string; name: string };
}

/**
 * Reads the actor's hours from a document of another Hourbook, without typing: from the data attached to it, once its signature
 * was checked with the keys that administrators trust. Returns what to say.
 */
export async function readForeignDocument(ctx: ActorContext, file: File): Promise<Outcome<string, ForeignRefusal>> {
  if (file.size > DOCUMENT_BYTES) return refuse("file-too-large");
  const received = await receiveFile(ctx, file);
  if (!received.ok) return received;
  const { bytes, contentType } = received.value;
  if (contentType !== "application/pdf") return refuse("no-document");
  if (isIssuedHere(ctx.db, bytes)) return refuse("issued-here");
  const checked = await check(ctx, bytes);
  if (!checked.ok) return checked;
  const person = getPerson(ctx.db, ctx.actor.personId);
  const names = [legalNameOf(person), ...listFormerNames(ctx.db, person.id)];
  if (!isAbout(checked.value.document, { names, certificateNumber: person.certificateNumber }))
    return refuse("somebody-else");
  if (readLines(checked.value.document).length === 0) return refuse("no-hours");
  return ok(keep(ctx, checked.value, received.value, file.name));
}

/** What a file says, and who signed it; nothing of what is not, bit by bit, what one of the trusted keys signed. */
async function check(ctx: ActorContext, bytes: Buffer): Promise<Outcome<Signed, ForeignRefusal>> {
  const keys = listTrustedKeys(ctx.db);
  const read = await checkWithKeys(bytes, keys);
  if (!read.ok) return refuse(read.reason);
  const { verdict, problems, codes, keyId, document } = read.value;
  if (codes.length > 1) return refuse("several");
  if (problems.includes("unknown-key")) return refuse("not-checked");
  const key = keys.find((each) => each.keyId === keyId);
  if (problems.includes("no-data")) return refuse("no-document");
  if (verdict !== "signed" || !document || !key) return refuse("altered");
  return ok({ document, issuer: { id: key.issuerId, name: key.issuer } });
}

function keep(ctx: ActorContext, signed: Signed, file: ReceivedFile, name: string): string {
  const { document, issuer } = signed;
  return inTransaction(ctx.db, (tx) => {
    keepFile(tx, ctx, file);
    const evidence = { fileHash: file.sha256, fileName: safeFileName(name, file.extension) };
    const origin = { issuerId: issuer.id, documentCode: document.code };
    const lines = readLines(document);
    const read = lines.filter((line) => takeLine(tx, ctx, line, { ...evidence, ...origin })).length;
    return readInWords({ read, known: lines.length - read }, issuer.name);
  });
}

/**
 * Takes one line over. What the person typed of it before becomes what was signed; what a registrar accepted, or was read before,
 * stays. Tells whether it was taken.
 */
function takeLine(
  tx: Transaction,
  ctx: ActorContext,
  line: OutsideInput,
  origin: { fileHash: string; fileName: string; issuerId: string; documentCode: string },
): boolean {
  const { personId } = ctx.actor;
  const same = and(
    eq(outsideHours.personId, personId),
    eq(outsideHours.kind, line.kind),
    eq(outsideHours.title, line.title),
    eq(outsideHours.completedOn, line.completedOn),
  );
  const before = tx.select().from(outsideHours).where(same).get();
  if (before?.state === "accepted" || before?.state === "signed") return false;
  const values = { ...line, ...BY_OWN_WORD, ...origin, state: "signed" as const, updatedAt: ctx.now };
  const id = before?.id ?? newId();
  if (before) tx.update(outsideHours).set(values).where(eq(outsideHours.id, id)).run();
  else
    tx.insert(outsideHours)
      .values({ id, personId, createdAt: ctx.now, ...values })
      .run();
  const { howMuch, title, completedOn } = toHistory(line);
  const said = { title, howMuch, completedOn, documentCode: origin.documentCode };
  const changes = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, [null, value]]));
  recordOutside(tx, ctx, OUTSIDE_ACTIONS.read, { id, personId }, changes as Record<string, [unknown, unknown]>);
  return true;
}
