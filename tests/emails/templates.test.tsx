import { toPlainText } from "@react-email/components";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { renderEmail } from "#emails/parts/render-email";
import { isOptional } from "~/messages/preferences/message-category";
import { checkPayload, findRule, MESSAGE_KINDS, requireKind } from "~/messages/catalog/catalog";
import { renderMessage } from "~/messages/rendering.server";
import { type ExampleProps, TEMPLATES } from "../support/message-examples";

const NAMES = {
  short: "Bo",
  long: "Maximiliana Guadalupe de los Ángeles Fernández-Castañeda y Villanueva-Echeverría de la Santísima Trinidad",
  Chinese: "陳美玲",
  Arabic: "زينب مالك",
  Amharic: "ትግስት በቀለ",
  Vietnamese: "Nguyễn Thị Ngọc Ánh",
};

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
}

function givenLinks(props: ExampleProps): string[] {
  return givenTexts(props).filter((value) => value.startsWith("https://"));
}

/** What a picture is made of as the message is sent. */
const DRAWN = "registrationId";

/** Every text among the props, down to the lines of sessions. */
function givenTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (value && typeof value === "object")
    return Object.entries(value).flatMap(([key, part]) => (key === DRAWN ? [] : givenTexts(part)));
  return [];
}

const decoded = (html: string) => html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

test("names outside ASCII survive wherever they stand in the message", () => {
  const Registered = TEMPLATES.find(([kind]) => kind === "registered")![1].default;
  for (let shift = 0; shift < 48; shift += 1) {
    const personName = `${"a".repeat(shift)} ትግስት በቀለ 陳美玲`;
    const { html, text } = renderEmail(createElement(Registered, { ...Registered.PreviewProps, personName }));
    expect(html).toContain(personName);
    expect(text).toContain(personName);
    expect(html).not.toMatch(/\0|\uFFFD/);
  }
});

test("every kind of message has a template, and no other template lies about", () => {
  expect(TEMPLATES.map(([kind]) => kind).sort()).toEqual([...MESSAGE_KINDS].sort());
});

/** What messages of earlier versions lack, which may wait in an outbox or be sent again. */
const LATER = new Set([
  "arrival",
  "mapUrl",
  "bring",
  "contact",
  "attachments",
  "messageId",
  "need",
  "left",
  "closing",
  "pass",
]);

describe.each(TEMPLATES)("%s", (kind, template) => {
  test.each(Object.entries(NAMES))("shows every fact to a person with a %s name", (_script, personName) => {
    const props = { ...template.default.PreviewProps, personName };
    const { html, text } = renderEmail(createElement(template.default, props));
    for (const given of givenTexts(props)) {
      expect(decoded(html), "HTML").toContain(given);
      expect(text, "plain text").toContain(given);
    }
    for (const shown of [html, text]) expect(shown).not.toMatch(/undefined|\[object|NaN|>null</);
  });

  test("R5: holds exactly the links that were given, and says what each opens", () => {
    const props = template.default.PreviewProps;
    const { html, text } = renderEmail(createElement(template.default, props));
    expect(linksIn(html).sort()).toEqual(givenLinks(props).sort());
    expect((text.match(/https?:\/\/\S+/g) ?? []).sort()).toEqual(givenLinks(props).sort());
    // Pictures come with the message; none is fetched, so that nobody learns that it was read.
    expect(html).not.toMatch(/<img(?![^>]* src="cid:)|<script|<form/);
  });

  test("leaves out a fact that is not known", () => {
    const entries = Object.entries(template.default.PreviewProps);
    const optional = new Set([
      "inServiceNumber",
      "price",
      "withdrawBy",
      "refund",
      "purpose",
      "staffName",
      "claimCode",
      "claimBy",
      "approvedHours",
      "joinUrl",
      "needs",
      "overOneWeek",
      "overTwoWeeks",
      "overFourWeeks",
    ]);
    const props = Object.fromEntries(
      entries.map(([key, value]) => [key, optional.has(key) ? null : value]),
    ) as ExampleProps;
    const { text } = renderEmail(createElement(template.default, props));
    expect(text).not.toMatch(/null|undefined/);
    expect(text).not.toMatch(/^[A-Z][A-Za-z ]*:\s*$/m);
  });

  test("reads well as plain text, as react-email would write it", () => {
    const { html, text } = renderEmail(createElement(template.default, template.default.PreviewProps));
    const lines = text.split("\n");
    expect(lines[0]).toMatch(/^[A-Z][a-z ]+/);
    expect(text).toContain(`\nHello ${template.default.PreviewProps.personName},\n`);
    expect(text).not.toMatch(/<[a-z]|&[a-z]+;|\n{4,}/);
    expect(text).toBe(toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] }));
  });

  test("is made of what its schema demands, and of nothing less", () => {
    const props = template.default.PreviewProps;
    expect(checkPayload(requireKind(kind), props)).toEqual(props);
    for (const missing of Object.keys(props).filter((key) => !LATER.has(key))) {
      const rest = Object.fromEntries(Object.entries(props).filter(([key]) => key !== missing));
      expect(() => checkPayload(requireKind(kind), rest), missing).toThrow();
    }
  });

  test("offers a choice exactly where there is one", () => {
    const props = template.default.PreviewProps;
    const { text } = renderMessage(kind, props, "https://hourbook.example/mail-preferences");
    expect(text).toContain("Choose which messages you get");
    expect(renderMessage(kind, props).text).not.toContain("Choose which messages you get");
    const { category } = findRule(kind)!;
    expect(isOptional(category) || ["seat", "cancellation", "account", "digest"].includes(category)).toBe(true);
  });

  test("knows dark mode and its language", () => {
    const { html } = renderEmail(createElement(template.default, template.default.PreviewProps));
    expect(html).toMatch(/<html[^>]* lang="en"/);
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("prefers-color-scheme: dark");
  });
});
