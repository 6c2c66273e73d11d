import { Form } from "@remix-run/react";
import { formatDateTime, plural } from "~/platform/format";
import { alarmInWords, type AlarmTopic } from "~/platform/mail/mail-alarm";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";

interface Alarm {
  topic: AlarmTopic;
  firstAt: number;
  lastAt: number;
  count: number;
  words: string;
}

/** What keeps mail from people and is ours to mend: nobody's address was marked for it. */
export function AlarmSection({ alarms, timeZone }: { alarms: Alarm[]; timeZone: string }) {
  return (
    <Section
      title="What keeps mail from people"
      description="This is ours to mend: no address is marked for it. What was seen to comes back with the next refusal."
    >
      {alarms.map(({ topic, firstAt, lastAt, count, words }) => (
        <Notice
          key={topic}
          tone="attention"
          title={alarmInWords(topic)}
          action={
            // The way to the mail server is looked at all the time: its alarm ends by itself.
            topic === "transport" ? null : (
              <Form method="post">
                <Hidden name="topic" value={topic} />
                <SubmitButton intent="dismiss-alarm" variant="secondary" size="sm">
                  Seen to<span className="sr-only">: {alarmInWords(topic)}</span>
                </SubmitButton>
              </Form>
            )
          }
        >
          <p className="break-words">{words}</p>
          <p className="text-soft">
            {plural(count, "time")}, first {formatDateTime(firstAt, timeZone)}, last {formatDateTime(lastAt, timeZone)}
          </p>
        </Notice>
      ))}
    </Section>
  );
}
