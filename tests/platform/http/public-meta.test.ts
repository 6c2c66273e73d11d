import { expect, test } from "vitest";
import { publicMeta, shorten } from "~/platform/http/public-meta";

const matches = [{ id: "root", data: { origin: "https://hourbook.test" } }, { id: "page" }];

test("a public page says what it is, at its one address", () => {
  const page = { title: "Reading", description: "How to read.", path: "/courses/1", structured: { "@type": "Course" } };
  expect(publicMeta(matches, page)).toEqual(
    expect.arrayContaining([
      { title: "Reading · Hourbook" },
      { name: "description", content: "How to read." },
      { tagName: "link", rel: "canonical", href: "https://hourbook.test/courses/1" },
      { property: "og:title", content: "Reading" },
      { property: "og:url", content: "https://hourbook.test/courses/1" },
      {
        "script:ld+json": {
          "@context": "https://schema.org",
          url: "https://hourbook.test/courses/1",
          "@type": "Course",
        },
      },
    ]),
  );
  const without = publicMeta(matches, { ...page, structured: null });
  expect(without.filter((each) => "script:ld+json" in each)).toEqual([]);
});

test.each([
  ["Short.", "Short."],
  ["  Two\n\nparagraphs.  ", "Two paragraphs."],
  ["word ".repeat(32).trim(), "word ".repeat(32).trim()],
  ["word ".repeat(40), `${"word ".repeat(31).trim()}…`],
  ["a".repeat(200), `${"a".repeat(159)}…`],
])("a description is cut to the end of a word", (text, expected) => {
  expect(shorten(text)).toBe(expected);
  expect(shorten(text).length).toBeLessThanOrEqual(160);
});
