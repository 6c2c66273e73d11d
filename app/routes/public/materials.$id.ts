import type { LoaderFunctionArgs } from "@remix-run/node";
import { getContext, requireActor } from "~/people/roles/permission.server";
import { storedFileResponse } from "~/platform/files/file-response.server";
import { notFound, param } from "~/platform/http/responses.server";
import { findReadableFile } from "~/registration/materials/material-reader.server";

/**
 * A file among an offering's materials, for whoever may read it; visitors are asked to sign in for what they may not, as for
 * what does not exist.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = findReadableFile(await getContext(request), param(params, "id"));
  if (found) return storedFileResponse(found.file, found.name);
  await requireActor(request);
  throw notFound();
}
