import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOwnDocument, readDocumentFile } from "~/documents/document.server";
import { findDocumentInScope } from "~/hr/person.server";
import { listMyGrants, requireActor, requireRole } from "~/people/permission.server";
import { fileResponse, notFound } from "~/platform/responses.server";

/** The stored PDF, for whoever it is about and for HR within their dates (S1); `?download` saves it, else it opens. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const id = params.id ?? "";
  const isHr = listMyGrants(ctx).some((grant) => grant.role === "hr");
  const document =
    findOwnDocument(ctx, id) ?? (isHr ? findDocumentInScope(await requireRole(request, "hr"), id) : null);
  if (!document) throw notFound();
  const name = `${document.kind}-${document.code}.pdf`;
  const response = fileResponse(readDocumentFile(ctx.db, document.id), "application/pdf", name);
  if (!new URL(request.url).searchParams.has("download")) {
    response.headers.set("Content-Disposition", `inline; filename="${name}"`);
  }
  return response;
}
