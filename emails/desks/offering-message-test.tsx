import OfferingMessage, { type Props } from "./offering-message";

/** What the people of an offering would get, for the one who writes it: the subject alone says that it is a test. */
export default function OfferingMessageTest(props: Props) {
  return <OfferingMessage {...props} />;
}

OfferingMessageTest.PreviewProps = { ...OfferingMessage.PreviewProps, files: [] };
