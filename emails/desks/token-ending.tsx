import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  organisationName: string;
  tokenName: string;
  /** The last signs of the token, by which it is known. */
  ending: string;
  /** When it ends, ready to read, with the time. */
  endsAt: string;
  /** How far off that is, ready to read: "in 30 days". */
  howSoon: string;
  /** When it was last used, ready to read: "Mar 9, 2027", or "Never". */
  lastUsed: string;
  tokensUrl: string;
}

export default function TokenEnding(props: Props) {
  return (
    <Layout
      preview={`After that your payroll or HR system reads no hours with “${props.tokenName}” any more.`}
      heading={`An API token ends ${props.howSoon}`}
      personName={props.personName}
      reason={`You get this message because you work in HR of ${props.organisationName}.`}
    >
      <Paragraph>
        With this token your payroll or HR system reads hours from Hourbook. When it has ended, nothing is read any
        more, and nothing is lost: what was posted meanwhile is there for the next one. Make another token before, give
        it to whoever looks after that system, and revoke this one.
      </Paragraph>
      <Facts
        facts={[
          { label: "Token", value: `${props.tokenName}, ending in ${props.ending}` },
          { label: "Ends", value: props.endsAt },
          { label: "Last used", value: props.lastUsed },
        ]}
      />
      <ActionButton href={props.tokensUrl}>Open the tokens</ActionButton>
    </Layout>
  );
}

TokenEnding.PreviewProps = {
  personName: "Helen Ortiz",
  organisationName: "Highline",
  tokenName: "Payroll",
  ending: "x7Qa",
  endsAt: "Thu, Sep 30, 2027 · 9:00 AM PDT",
  howSoon: "in 30 days",
  lastUsed: "Mon, Aug 30, 2027",
  tokensUrl: "https://hourbook.example/hr/api",
} satisfies Props;
