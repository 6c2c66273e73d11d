import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { groupCode } from "~/documents/document-code";
import { holdsPrivateContact } from "~/documents/document-kind";
import { FileCheckForm } from "~/documents/FileCheckForm";
import { findVerification } from "~/documents/verification.server";
import { VerifiedDocument } from "~/documents/VerifiedDocument";
import { VerifyForm } from "~/documents/VerifyForm";
import { getContext } from "~/people/permission.server";
import { Notice, Page, Section } from "~/ui/Page";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${titleOf(loaded?.verification !== null)} · Hourbook` },
  { name: "robots", content: "noindex, nofollow" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await getContext(request);
  const verification = findVerification(db, params.code ?? "");
  return data(
    { verification, typed: groupCode(params.code ?? "").slice(0, 60) },
    {
      status: verification ? 200 : 404,
      headers: { "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-store" },
    },
  );
}

const titleOf = (known: boolean) => (known ? "Verified document" : "Unknown document");

export default function VerifyCode() {
  const { verification, typed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={titleOf(verification !== null)}
      breadcrumbs={[{ label: "Verify a document", to: "/verify" }]}
      width={verification ? "normal" : "narrow"}
    >
      {verification ? (
        <>
          {holdsPrivateContact(verification.parameters.kind) ? (
            <Section
              title="Check your file"
              description="The PDF is compared bit by bit with what was issued. It is not kept."
            >
              <FileCheckForm />
            </Section>
          ) : null}
          <VerifiedDocument
            verification={verification}
            contact="The home address and phone stand on the paper; they are not shown here. Drop the file above and we say whether it is, bit by bit, the one that was issued."
          />
        </>
      ) : (
        <>
          <Notice tone="danger" title="No document issued here has this code">
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
