import type { LoaderFunctionArgs } from "@remix-run/node";
import { findMyOffering } from "~/attendance/attendance-right.server";
import { requireActor } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findMessageFile } from "~/registration/messages/message-files.server";

/** A file that went with a message, for whoever may write to the people of its offering. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const found = findMessageFile(ctx.db, param(params, "id"), Number(param(params, "position")));
  if (!found || !findMyOffering(ctx.db, ctx, found.offeringId)) throw notFound();
  return storedFileResponse(found.file, found.name);
}
