import { expect, test } from "vitest";
import { subjectOf } from "~/messages/catalog/catalog";
import { renderMessage } from "~/messages/rendering.server";
import { exampleOf } from "../support/message-examples";

test("a message is rendered with the subject of its entry, as HTML and plain text", () => {
  const example = exampleOf("claim-reminder");
  const { subject, html, text } = renderMessage("claim-reminder", example);
  expect(subject).toBe(subjectOf("claim-reminder", example));
  expect(html).toContain(example.actionUrl);
  expect(text).toContain(example.actionUrl);
});

test("a payload that lacks something is not rendered", () => {
  const { personName: _personName, ...rest } = exampleOf("claim-reminder");
  expect(() => renderMessage("claim-reminder", rest)).toThrow("personName");
});

test("a row of a kind that the catalog no longer holds is not rendered", () => {
  expect(() => renderMessage("no-such-kind", {})).toThrow("No template for messages of kind no-such-kind.");
});
