import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { MANY_FILES } from "~/documents/checking/uploaded-file";
import { readUploads } from "~/documents/checking/uploaded-file.server";
import { BatchCheck } from "~/hr/checking/BatchCheck";
import type { CheckedRow } from "~/hr/checking/checked-row";
import { checkForHr } from "~/hr/checking/document-check.server";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Check documents");

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, "hr");
  return null;
}

/** All files at once, where no script sends them one by one. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const checked = [];
  for (const file of await readUploads(request, MANY_FILES)) checked.push(await checkForHr(ctx, file));
  return data({ checked });
}

/** One and the same list as long as nothing was posted, so that what scripts have checked is not taken for outdated. */
const NONE: CheckedRow[] = [];

export default function CheckDocuments() {
  const checked = useActionData<typeof action>()?.checked ?? NONE;
  return (
    <Page
      title="Check documents"
      lead={`Drop up to ${MANY_FILES} documents (PDF) or badges (PNG, SVG, JSON): for each you see whether it is genuine, altered, superseded, revoked or unknown. None is kept; that you checked is recorded.`}
      width="wide"
    >
      <BatchCheck checked={checked} />
    </Page>
  );
}
