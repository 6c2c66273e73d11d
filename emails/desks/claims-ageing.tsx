import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  /** How many claims wait for the registrar, ready to read: "12 claims". */
  waiting: string;
  /** Of them, for how long, ready to read: "5 claims"; null for none. */
  overOneWeek: string | null;
  overTwoWeeks: string | null;
  overFourWeeks: string | null;
  queueUrl: string;
}

export default function ClaimsAgeing(props: Props) {
  return (
    <Layout
      preview={`${props.waiting} ready to be verified.`}
      heading="Claims that wait for you"
      personName={props.personName}
      reason={`You get this message every Monday because you are a registrar of ${props.providerName}.`}
    >
      <Paragraph>
        These claims have passed every step before yours. Each of them is somebody waiting for hours.
      </Paragraph>
      <Facts
        facts={[
          { label: "Ready to verify", value: props.waiting },
          { label: "Claimed more than a week ago", value: props.overOneWeek },
          { label: "Claimed more than two weeks ago", value: props.overTwoWeeks },
          { label: "Claimed more than four weeks ago", value: props.overFourWeeks },
        ]}
      />
      <ActionButton href={props.queueUrl}>Open the claims</ActionButton>
    </Layout>
  );
}

ClaimsAgeing.PreviewProps = {
  personName: "Ruth Adeyemi",
  providerName: "Puget Sound ESD",
  waiting: "12 claims",
  overOneWeek: "5 claims",
  overTwoWeeks: "2 claims",
  overFourWeeks: "1 claim",
  queueUrl: "https://hourbook.example/registrar",
} satisfies Props;
