import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileNameOf, findOwnDocument, readDocumentFile } from "~/documents/issuing/document.server";
import { findIssuedFile } from "~/documents/revoking/revocation.server";
import { findDocumentInScope } from "~/hr/people/person-documents.server";
import { listMyGrants, requireActor, requireRole } from "~/people/roles/permission.server";
import { fileResponse, notFound } from "~/platform/http/responses.server";

/**
 * The stored PDF, for whoever it is about, for HR within their dates (S1) and for the registrars of whoever issued it;
 * `?download` saves it, else it opens.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const document = await findReadable(request, params.id ?? "");
  if (!document) throw notFound();
  const { db } = await requireActor(request);
  const name = fileNameOf(document);
  const response = fileResponse(readDocumentFile(db, document.id), "application/pdf", name);
  if (!new URL(request.url).searchParams.has("download")) {
    response.headers.set("Content-Disposition", `inline; filename="${name}"`);
  }
  return response;
}

async function findReadable(request: Request, id: string) {
  const ctx = await requireActor(request);
  const own = findOwnDocument(ctx, id);
  if (own) return own;
  const roles = new Set(listMyGrants(ctx).map((grant) => grant.role));
  const issued = roles.has("registrar") ? findIssuedFile(await requireRole(request, "registrar"), id) : null;
  if (issued) return issued;
  return roles.has("hr") ? findDocumentInScope(await requireRole(request, "hr"), id) : null;
}
