import { REFUSAL_TOPICS, type RefusalTopic, TOPIC_WORDS } from "./refusal-words";

/** What keeps mail from people and is Hourbook's to mend: refusals that are about us, waves, the way to our mail server. */
export const ALARM_TOPICS = [...REFUSAL_TOPICS, "wave", "transport"] as const;
export type AlarmTopic = (typeof ALARM_TOPICS)[number];

const OTHERS: Record<Exclude<AlarmTopic, RefusalTopic>, string> = {
  wave: "Much mail came back at once, so no address was marked any more. Look at what the servers say before you believe it.",
  transport: "The mail server cannot be reached or does not let us in. Mail waits, and goes out by itself once it can.",
};

/** An alarm in one sentence. */
export function alarmInWords(topic: AlarmTopic): string {
  return topic === "wave" || topic === "transport" ? OTHERS[topic] : `Mail is refused: ${TOPIC_WORDS[topic]}.`;
}
