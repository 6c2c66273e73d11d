import { Facts } from "../parts/Facts";
import { Layout, Paragraph } from "../parts/Layout";
import { ActionButton } from "../parts/links";

export interface Props {
  personName: string;
  providerName: string;
  offeringTitle: string;
  /** Whether the calendar proposed another time; else it declined. */
  proposed: boolean;
  /** Until when the person can withdraw by themselves; null when that is over. */
  withdrawBy: string | null;
  registrationUrl: string;
}

export default function CalendarDeclined(props: Props) {
  const { personName, providerName, offeringTitle, proposed, withdrawBy, registrationUrl } = props;
  const did = proposed ? "proposed another time for" : "declined";
  return (
    <Layout
      preview={`Your calendar ${did} ${offeringTitle}. You still have your seat.`}
      heading="You still have your seat"
      personName={personName}
      reason={`You get this message because your calendar answered an invitation of ${providerName}.`}
    >
      <Paragraph>
        Your calendar {did} {offeringTitle}. Answers of calendars change nothing here: your seat is still yours, and
        nobody else can have it.
      </Paragraph>
      <Paragraph>
        {withdrawBy
          ? "If you cannot come, please withdraw on the page of your registration, so that your seat goes to the next."
          : "The day until which you can withdraw by yourself is over. If you cannot come, answer this message: the provider sees to it."}
        {proposed && withdrawBy ? " If another date would suit you, answer this message." : ""}
      </Paragraph>
      <Facts facts={[{ label: "Withdraw until", value: withdrawBy }]} />
      <ActionButton href={registrationUrl}>See your registration</ActionButton>
    </Layout>
  );
}

CalendarDeclined.PreviewProps = {
  personName: "Marcus Alder",
  providerName: "Puget Sound ESD",
  offeringTitle: "Writing Across the Day",
  proposed: false,
  withdrawBy: "Mon, Feb 1, 2027 · 4:00 PM PST",
  registrationUrl: "https://hourbook.example/registrations/0196",
} satisfies Props;
