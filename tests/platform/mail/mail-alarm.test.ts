import { expect, test } from "vitest";
import { ALARM_TOPICS, alarmInWords } from "~/platform/mail/mail-alarm";

test("every alarm is a sentence of its own", () => {
  const words = ALARM_TOPICS.map(alarmInWords);
  expect(new Set(words).size).toBe(ALARM_TOPICS.length);
  for (const each of words) expect(each).toMatch(/^[A-Z].*\.$/);
  expect(alarmInWords("relay")).toBe("Mail is refused: our own mail server will not pass it on.");
});
