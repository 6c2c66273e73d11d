import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { findFreePort } from "../support/network/free-port";
import { startServer, makeWorkplace, runUntilExit } from "./server-process";

function workplace() {
  const place = makeWorkplace();
  onTestFinished(place.remove);
  return place;
}

async function served(environment: Record<string, string> = {}) {
  const server = await startServer({ DATABASE_FILE: workplace().databaseFile, ...environment });
  onTestFinished(async () => void (await server.stop()));
  return server;
}

test("production on an empty database prints a one-time link for the first administrator, and has no demo data", async () => {
  const server = await served();
  const link = /\/setup\?token=[\w-]+/.exec(server.output())?.[0];
  expect(link).toBeDefined();
  const page = await fetch(server.origin + link!);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Set up Hourbook");
  expect((await fetch(`${server.origin}/setup?token=guessed`)).status).toBe(404);
  expect(await (await fetch(`${server.origin}/catalog`)).text()).not.toContain("This is a demonstration");
});

test("a damaged database file stops the start with one plain sentence", async () => {
  const { databaseFile } = workplace();
  writeFileSync(databaseFile, "no database at all ".repeat(100));
  const { code, output } = await runUntilExit({ DATABASE_FILE: databaseFile });
  expect(code).toBe(1);
  expect(output.trim().split("\n")).toHaveLength(1);
  expect(output).toContain("cannot be read as a database");
});

test("wrong settings stop the start and are named", async () => {
  const { code, output } = await runUntilExit({ DATABASE_FILE: workplace().databaseFile, SMTP_URL: "not a url" });
  expect(code).not.toBe(0);
  expect(output).toContain("SMTP_URL");
});

test("pages carry a content security policy with a fresh nonce, and no framework's name", async () => {
  const server = await served();
  const policies = await Promise.all(
    [1, 2].map(async () => (await fetch(`${server.origin}/sign-in`)).headers.get("content-security-policy")),
  );
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policies[0]).not.toBe(policies[1]);
  const { headers } = await fetch(server.origin);
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("built files come packed, for ever and without what only pages say; one that is not there is a page's 404", async () => {
  const server = await served();
  const page = await (await fetch(`${server.origin}/sign-in`)).text();
  const script = /\/assets\/framework-[\w-]+\.js/.exec(page)![0];
  for (const packing of ["br", "gzip"]) {
    const { status, headers } = await fetch(server.origin + script, { headers: { "Accept-Encoding": packing } });
    expect([status, headers.get("content-encoding")]).toEqual([200, packing]);
    expect(headers.get("cache-control")).toContain("immutable");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toBeNull();
  }
  const gone = await fetch(`${server.origin}/assets/gone.js`);
  expect(gone.status).toBe(404);
  expect(gone.headers.get("content-security-policy")).toContain("default-src");
});

test("an unknown page is a 404 with a way on, and a form from another site is refused", async () => {
  const server = await served();
  for (const path of ["/no-such-page", "/offerings/unknown", "/courses/unknown", "/verify/UNKNOWN"]) {
    const response = await fetch(server.origin + path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).toContain('href="/catalog"');
  }
  const foreign = await fetch(`${server.origin}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email: "a@b.example", password: "x" }),
    headers: { Origin: "https://elsewhere.example" },
  });
  expect(foreign.status).toBe(403);
});

test("mistyped addresses get our own words, and are no errors in the log", async () => {
  const server = await startServer({ DATABASE_FILE: workplace().databaseFile, LOG_LEVEL: "info" });
  for (const path of ["/catalogue", "/offering/1", "/wp-login.php", "/a//b", "/catalog%", "/catalog%00"]) {
    const answer = (await (await fetch(server.origin + path)).text()).replaceAll(/<script[\s\S]*?<\/script>/g, "");
    expect([path, answer]).toEqual([path, expect.stringContaining("This page does not exist</h1>")]);
    expect(answer).not.toContain("No route matches");
  }
  expect(await server.stop()).toBe(0);
  expect(server.output()).not.toMatch(/"level":(50|60)/);
});

test("search engines find what is public, told by each page, and are kept off the rest", async () => {
  const { origin } = await served();
  const robots = await (await fetch(`${origin}/robots.txt`)).text();
  const [, map] = /^Sitemap: (.*)$/m.exec(robots)!;
  const [first] = /<loc>[^<]*<\/loc>/.exec(await (await fetch(map!)).text())!;
  expect(first).toBe(`<loc>${origin}/</loc>`);
  for (const path of ["/", "/catalog", "/about-hours"]) {
    const answer = await fetch(origin + path);
    const page = await answer.text();
    expect([path, answer.headers.get("X-Robots-Tag")]).toEqual([path, null]);
    expect(page).toContain(`<link rel="canonical" href="${origin}${path}"/>`);
    expect(page).toMatch(/<meta name="description" content="[^"]{50,160}"\/>/);
    expect(page).toContain(`<meta property="og:image" content="${origin}/icon-512.png"/>`);
  }
  for (const path of ["/sign-in", "/verify", "/hr", "/nothing"])
    expect([path, (await fetch(origin + path)).headers.get("X-Robots-Tag")]).toEqual([
      path,
      expect.stringMatching("noindex"),
    ]);
});

test("the manifest and what browsers ask for by themselves are there", async () => {
  const { origin } = await served();
  const manifest = (await (await fetch(`${origin}/manifest.webmanifest`)).json()) as { icons: { src: string }[] };
  for (const path of [
    "/favicon.ico",
    "/favicon.svg",
    "/apple-touch-icon.png",
    ...manifest.icons.map(({ src }) => src),
  ]) {
    const answer = await fetch(origin + path);
    expect([path, answer.status, answer.headers.get("Content-Type")]).toEqual([
      path,
      200,
      expect.stringMatching(/^image\//),
    ]);
  }
});

test("browsers come back by https alone, and names under this one are left alone unless told", async () => {
  for (const [environment, expected] of [
    [{}, "max-age=31536000"],
    [{ HSTS_SUBDOMAINS: "yes" }, "max-age=31536000; includeSubDomains"],
  ] as const) {
    const PORT = String(await findFreePort());
    const place = workplace();
    const server = await startServer({
      DATABASE_FILE: place.databaseFile,
      ORIGIN: "https://hourbook.test",
      PORT,
      ...environment,
    });
    const answer = await fetch(`http://localhost:${PORT}/about-hours`);
    expect(answer.headers.get("Strict-Transport-Security")).toBe(expected);
    await server.stop();
  }
});

test("health answers, and a server that is told to stop finishes", async () => {
  const server = await startServer({ DATABASE_FILE: workplace().databaseFile });
  expect(await (await fetch(`${server.origin}/health`)).json()).toEqual({ status: "ok" });
  expect(await server.stop()).toBe(0);
});
