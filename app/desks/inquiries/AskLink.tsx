import { LinkButton } from "~/ui/Button";
import { INQUIRY_WORDS, type InquiryKind } from "./inquiry";

/** The way to staff from what somebody looks at. */
export function AskLink({ about, offeringId }: { about: InquiryKind; offeringId: string }) {
  return (
    <LinkButton to={`/inquiries/new?about=${about}&offering=${offeringId}`} variant="secondary" size="sm">
      {INQUIRY_WORDS[about].ask}
    </LinkButton>
  );
}
