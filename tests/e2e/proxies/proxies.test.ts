import { type Browser, type BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { findFreePort } from "../../support/network/free-port";
import { openBrowser } from "../browser";
import { emailOf, insertPeople, PASSWORD } from "../people";
import { hasProxies, startDocumentedCaddy, startDocumentedNginx, startPlainNginx } from "./proxies";
import { makeWorkplace, startServer } from "../server-process";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Hourbook behind a proxy, at the address that ORIGIN names. */
async function serveBehind(
  proxy: (behind: string, port: number) => Promise<void>,
  { scheme, environment = {} }: { scheme: "http" | "https"; environment?: Record<string, string> },
) {
  const place = makeWorkplace();
  onTestFinished(() => place.remove());
  await insertPeople(place.databaseFile, Date.now());
  const [port, behind] = [await findFreePort(), await findFreePort()];
  const origin = `${scheme}://localhost:${port}`;
  const server = await startServer({
    DATABASE_FILE: place.databaseFile,
    JOBS: "elsewhere",
    LOG_LEVEL: "info",
    ORIGIN: origin,
    PORT: String(behind),
    ...environment,
  });
  onTestFinished(async () => void (await server.stop()));
  await proxy(`http://127.0.0.1:${behind}`, port);
  return { origin, server };
}

/** Signs in by the page's own form; gives the cookie of it. */
async function signIn(origin: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel("Email address").fill(emailOf("educator"));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(new URL(page.url()).origin).toBe(origin);
  const cookies = await context.cookies();
  return cookies.find(({ name }) => name === "hourbook_session");
}

const WARNING = "Pages are asked for at the host";

// Outside of CI a machine may lack the proxies; there their absence fails the test.
const real = test.skipIf(!hasProxies && !process.env.CI);

real.each([
  ["nginx", startDocumentedNginx],
  ["Caddy", startDocumentedCaddy],
])("behind %s as documented people sign in, with scripts and without, and cookies are secure", async (_name, proxy) => {
  const { origin, server } = await serveBehind(proxy, { scheme: "https", environment: { TRUST_PROXY: "1" } });
  expect(await signIn(origin)).toMatchObject({ secure: true });
  expect(await signIn(origin, { javaScriptEnabled: false })).toMatchObject({ secure: true });
  expect(server.output()).not.toContain(WARNING);
});

real("behind nginx as it comes forms work, and the log says once what is missing", async () => {
  const { origin, server } = await serveBehind(startPlainNginx, { scheme: "http" });
  expect(await signIn(origin)).toBeDefined();
  expect(await signIn(origin, { javaScriptEnabled: false })).toBeDefined();
  expect(server.output().split(WARNING)).toHaveLength(2);
  const foreign = { method: "POST", headers: { Origin: "https://evil.example" }, body: new URLSearchParams() };
  expect((await fetch(`${origin}/sign-in`, foreign)).status).toBe(403);
});
