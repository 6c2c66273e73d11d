import type { SubmissionResult } from "@conform-to/react";
import { Lines } from "~/catalog/offerings/Arrival";
import { LinkButton } from "~/ui/Button";
import { Notice, Page, Section } from "~/ui/frame/Page";

/** What stands where a step was taken out, or is somebody else's, with what was just sent to it, so that no word is lost. */
export function GoneStep({ result }: { result: SubmissionResult | null | undefined }) {
  const text = result?.initialValue?.text;
  return (
    <Page
      title="This step is not here"
      width="narrow"
      breadcrumbs={[{ label: "My registrations", to: "/registrations" }]}
    >
      <Notice
        tone="attention"
        title="It was taken out, or it is not yours"
        action={<LinkButton to="/registrations">My registrations</LinkButton>}
      >
        <p>What there is to do now stands on the page of your registration.</p>
      </Notice>
      {typeof text === "string" && text !== "" ? (
        <Section title="What you wrote" description="It was not saved. Copy it if you need it elsewhere.">
          <Lines text={text} />
        </Section>
      ) : null}
    </Page>
  );
}
