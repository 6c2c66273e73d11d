import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckedFileReport } from "~/documents/checking/CheckedFileReport";
import { codeInAddress } from "~/documents/checking/code-in-address";
import { groupCode } from "~/documents/issuing/document-code";
import { FileCheckForm } from "~/documents/checking/FileCheckForm";
import { checkPostedFile } from "~/documents/checking/public-check.server";
import { checkAnyUpload } from "~/microcredentials/badges/checked-upload.server";
import { CheckedBadgeReport } from "~/microcredentials/badges/CheckedBadgeReport";
import { ReportBox } from "~/documents/checking/ReportBox";
import { ScanCode } from "~/documents/checking/ScanCode";
import { VerifyForm } from "~/documents/checking/VerifyForm";
import { getContext } from "~/people/roles/permission.server";
import { tooManyTriesInWords } from "~/platform/secrets/attempt-limit";
import { passRetryAfter, retryAfter, waitOf } from "~/platform/http/slow-down.server";
import { Notice, Page, Section } from "~/ui/frame/Page";

const UNLISTED = { "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-store" };

export const meta: MetaFunction = () => [
  { title: "Verify a document · Hourbook" },
  { name: "robots", content: "noindex, nofollow" },
];

export const headers: HeadersFunction = (args) => ({ ...UNLISTED, ...passRetryAfter(args) });

export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  const code = codeInAddress(typed ?? "") ?? groupCode(typed ?? "").slice(0, 60);
  if (code) return redirect(`/verify/${code}`);
  return { problem: typed === null ? undefined : "Enter the code that the document shows." };
}

/** A dropped file is checked and forgotten: nothing of it is kept. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await getContext(request);
  const outcome = await checkPostedFile(ctx, request, checkAnyUpload);
  if (outcome.ok) {
    const { document: checked, badge } = outcome.value;
    return data({ checked, badge, wait: null }, { headers: UNLISTED });
  }
  const wait = tooManyTriesInWords(waitOf(ctx, outcome));
  return data(
    { checked: null, badge: null, wait },
    { status: 429, headers: { ...UNLISTED, ...retryAfter(ctx, outcome) } },
  );
}

export default function Verify() {
  const { problem } = useLoaderData<typeof loader>();
  const { checked, badge, wait } = useActionData<typeof action>() ?? {};
  return (
    <Page
      title="Verify a document"
      lead="Every document and every badge issued here has a code and a signature. Check it by its code, its QR code or its file: you see what is on record, and whether it still stands."
      width={checked || badge ? "normal" : "narrow"}
    >
      {checked || badge ? (
        <ReportBox answer={checked ?? badge}>
          {badge ? <CheckedBadgeReport badge={badge} /> : null}
          {checked ? <CheckedFileReport checked={checked} /> : null}
        </ReportBox>
      ) : null}
      {wait ? (
        <Notice tone="attention" title="The file was not checked">
          <p>From your network, many files and codes were checked that were not issued here. {wait}</p>
        </Notice>
      ) : null}
      <Section title="By its code">
        <VerifyForm problem={problem} />
        <ScanCode />
      </Section>
      <Section
        title="By its file"
        description="A PDF is compared bit by bit with what was issued; a badge (PNG, SVG or JSON) word for word. Nothing is kept."
      >
        <FileCheckForm />
      </Section>
      <Section title="What to look at">
        <ol className="prose list-decimal pl-5">
          <li>Look at the address: it must be this site’s.</li>
          <li>Compare each line and the totals with the document. They must be the same.</li>
          <li>See whether the document is still current, was superseded, or was revoked.</li>
        </ol>
        <p>
          Machines find the public keys at{" "}
          <a href="/.well-known/hourbook-keys.json" className="link inline-block pointer-coarse:py-3">
            /.well-known/hourbook-keys.json
          </a>
          . The data inside a document, <code>hourbook-document.json</code>, is signed with Ed25519 over the canonical
          JSON (RFC 8785) of its member <code>document</code>.
        </p>
      </Section>
    </Page>
  );
}
