import { expect, test } from "vitest";
import { isForSearchEngines, MOST_MAPPED, robotsText, sitemapText } from "~/platform/http/search-engines";

const ID = "01a21e84-4943-749f-972d-d0b1eb5ab8fe";

test.each([
  ["/", true],
  ["/catalog", true],
  [`/courses/${ID}`, true],
  [`/offerings/${ID}`, true],
  [`/microcredentials/${ID}`, true],
  ["/about-hours", true],
  [`/offerings/${ID}/register`, false],
  ["/sign-in", false],
  ["/verify/ABCDE-FGHIJ", false],
  ["/awards/ABCDE", false],
  ["/hr", false],
  ["/calendar/secret", false],
])("search engines may list %s: %s", (path, expected) => {
  expect(isForSearchEngines(path)).toBe(expected);
});

test("robots.txt names the map", () => {
  expect(robotsText("https://hourbook.test")).toBe(
    "User-agent: *\nDisallow: /calendar/\nDisallow: /approvals/\n\nSitemap: https://hourbook.test/sitemap.xml\n",
  );
});

test("a map names pages by their whole address, and no more than a map may", () => {
  const changedAt = Date.UTC(2027, 0, 5, 8);
  expect(sitemapText("https://hourbook.test", [{ path: "/" }, { path: `/courses/${ID}`, changedAt }])).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      "<url><loc>https://hourbook.test/</loc></url>",
      `<url><loc>https://hourbook.test/courses/${ID}</loc><lastmod>2027-01-05T08:00:00.000Z</lastmod></url>`,
      "</urlset>",
      "",
    ].join("\n"),
  );
  const many = Array.from({ length: MOST_MAPPED + 1 }, () => ({ path: "/" }));
  expect(sitemapText("https://hourbook.test", many).split("<url>")).toHaveLength(MOST_MAPPED + 1);
});
