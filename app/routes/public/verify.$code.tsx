import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { groupCode } from "~/documents/issuing/document-code";
import { holdsPrivateContact } from "~/documents/issuing/document-kind";
import { FileCheckForm } from "~/documents/checking/FileCheckForm";
import { lookUpCode } from "~/documents/checking/public-check.server";
import { VerifiedDocument } from "~/documents/checking/VerifiedDocument";
import { VerifyForm } from "~/documents/checking/VerifyForm";
import { findByAnyCode } from "~/microcredentials/badges/any-code.server";
import { CheckedBadgeReport } from "~/microcredentials/badges/CheckedBadgeReport";
import { getContext } from "~/people/roles/permission.server";
import { tooManyTriesInWords } from "~/platform/secrets/attempt-limit";
import { retryAfter, waitOf } from "~/platform/http/slow-down.server";
import { Notice, Page, Section } from "~/ui/frame/Page";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${titleOf(loaded ?? NOTHING, loaded?.wait ?? null)} · Hourbook` },
  { name: "robots", content: "noindex, nofollow" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const found = lookUpCode(ctx, () => findByAnyCode(ctx, params.code ?? ""));
  const typed = groupCode(params.code ?? "").slice(0, 60);
  const unlisted = { "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-store" };
  if (found.ok) return data({ ...found.value, typed, wait: null }, { status: 200, headers: unlisted });
  if (found.reason === "unknown") {
    return data({ ...NOTHING, typed, wait: null }, { status: 404, headers: unlisted });
  }
  const wait = tooManyTriesInWords(waitOf(ctx, found));
  const headers = { ...unlisted, ...retryAfter(ctx, found) };
  return data({ ...NOTHING, typed, wait }, { status: 429, headers });
}

const NOTHING = { verification: null, badge: null };

const titleOf = ({ verification, badge }: { verification: unknown; badge: unknown }, wait: string | null) => {
  if (wait) return "Not checked yet";
  return verification ? "Verified document" : badge ? "Verified badge" : "Unknown code";
};

export default function VerifyCode() {
  const { verification, badge, typed, wait } = useLoaderData<typeof loader>();
  return (
    <Page
      title={titleOf({ verification, badge }, wait)}
      breadcrumbs={[{ label: "Verify a document", to: "/verify" }]}
      width={verification ? "normal" : "narrow"}
    >
      {badge ? (
        <CheckedBadgeReport badge={badge} byCode />
      ) : verification ? (
        <>
          <VerifiedDocument
            verification={verification}
            contact="The home address and phone stand on the paper; they are not shown here. Drop the file below and we say whether it is, bit by bit, the one that was issued."
          />
          {holdsPrivateContact(verification.parameters.kind) ? (
            <Section
              title="Check your file"
              description="The PDF is compared bit by bit with what was issued. It is not kept."
            >
              <FileCheckForm />
            </Section>
          ) : null}
        </>
      ) : wait ? (
        <>
          <Notice tone="attention" title="The code was not checked">
            <p>From your network, many codes were typed that no document has. {wait}</p>
          </Notice>
          <VerifyForm typed={typed} />
        </>
      ) : (
        <>
          <Notice tone="danger" title="Nothing issued here has this code">
            <p>
              Check each character. If the code on the document is the one below, the document was not issued by this
              site: do not rely on it.
            </p>
          </Notice>
          <VerifyForm typed={typed} />
        </>
      )}
    </Page>
  );
}
