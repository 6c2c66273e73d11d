import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { groupCode } from "~/documents/document-code";
import { VerifyForm } from "~/documents/VerifyForm";
import { pageTitle } from "~/platform/page-title";
import { Page, Section } from "~/ui/Page";

export const meta = () => pageTitle("Verify a document");

export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code");
  const code = groupCode(typed ?? "").slice(0, 60);
  if (code) return redirect(`/verify/${code}`);
  return { problem: typed === null ? undefined : "Enter the code that the document shows." };
}

export default function Verify() {
  const { problem } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Verify a document"
      lead="Every transcript issued here has a code. The page behind it repeats each line, so that you can see whether the paper or file before you is genuine."
      width="narrow"
    >
      <VerifyForm problem={problem} />
      <Section title="How to check">
        <ol className="prose list-decimal pl-5">
          <li>Type the code, or point a phone’s camera at the QR code.</li>
          <li>Look at the address: it must be this site’s.</li>
          <li>Compare each line and the totals with the document. They must be the same.</li>
          <li>See whether the document is still current, was replaced, or was revoked.</li>
        </ol>
      </Section>
    </Page>
  );
}
