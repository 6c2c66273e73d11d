import { expect, test } from "vitest";
import type { CalendarPart } from "~/platform/mail/calendar-part";
import { placeCalendar } from "~/platform/mail/mail-parts";

const part = (method: CalendarPart["method"], name: string): CalendarPart => ({ method, name, content: `of ${name}` });

test("a mail without calendar texts has no file", () => {
  expect(placeCalendar([])).toEqual({ attachments: [] });
});

test("the first calendar text is a body with its method, the others are files with theirs", () => {
  expect(placeCalendar([part("CANCEL", "cancel.ics"), part("REQUEST", "invite.ics")])).toEqual({
    icalEvent: { method: "CANCEL", filename: "cancel.ics", content: "of cancel.ics" },
    attachments: [
      {
        filename: "invite.ics",
        content: "of invite.ics",
        contentType: "text/calendar; charset=utf-8; method=REQUEST",
      },
    ],
  });
});
