import { expect, test } from "vitest";
import { bodyOf, messageTypeOf, pingBody } from "~/hr/webhooks/webhook-message";
import { at } from "../../support/clock";

test("a message says how much there is and from where on, and nothing about anybody", () => {
  const happened = { districtCode: "01109", type: "posted", count: 3, since: 1039, upTo: 1042 } as const;
  expect(JSON.parse(bodyOf(happened, at("2027-03-14T09:20")))).toEqual({
    type: messageTypeOf("posted"),
    timestamp: "2027-03-14T16:20:00.000Z",
    data: { districtCode: "01109", count: 3, since: "1039", cursor: "1042" },
  });
});

test("a message that tries an endpoint says that it is one", () => {
  expect(JSON.parse(pingBody(null, 0))).toEqual({
    type: "ping",
    timestamp: "1970-01-01T00:00:00.000Z",
    data: { districtCode: null },
  });
});
