import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import staticGzip from "express-static-gzip";
import helmet from "helmet";
import { now } from "~/platform/time/clock.server";
import { closeDatabase, getDatabase, UnusableDatabase } from "~/platform/database/database.server";
import { env, origin } from "~/platform/env.server";
import { plainPage } from "~/platform/serving/plain-page";
import { sayProblem } from "~/platform/serving/problem-answer.server";
import { guardBuild } from "~/platform/serving/guarded-build.server";
import { remixHandler } from "~/platform/serving/remix-handler.server";
import { failureText } from "~/platform/http/failure";
import { isUsableTarget, namesOneHost } from "~/platform/http/request-target";
import { isJoinPage } from "~/platform/serving/join-page";
import { makeHttpServer } from "~/platform/serving/sockets.server";
import { isFirst, type JobThread } from "~/platform/jobs/job-thread";
import { logger } from "~/platform/logging/logger.server";
import { UNREADINESS_WORDS } from "~/platform/database/readiness";
import { findUnreadiness } from "~/platform/database/readiness.server";
import { flushReadings } from "~/platform/audit/reading-log.server";
import { noticeForeignHosts, refuseForeignForms } from "~/platform/serving/origin-guard.server";
import { prepare } from "./scripts/prepare";

const developing = env.HOURBOOK_MODE === "development";
const SHUTDOWN_MS = 10_000;
const BUSINESS_MS = 250;
const NO_ADDRESS = plainPage(
  "This page does not exist",
  "The address holds signs that no page of Hourbook has. It may be mistyped.",
);

// Of several page processes, the first has made the database ready.
const follows = env.WEB_FOLLOWS === "yes";
try {
  if (!follows) await prepare();
} catch (error) {
  if (!(error instanceof UnusableDatabase)) throw error;
  console.error(error.message);
  process.exit(1);
}

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", env.TRUST_PROXY);

app.use((request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  response.locals.requestId = randomUUID();
  if (isUsableTarget(request.originalUrl) && namesOneHost(request.rawHeaders)) next();
  else if (!sayProblem(request, response, 400, "The address holds signs that no address of Hourbook has."))
    response.status(400).type("html").send(NO_ADDRESS);
});
if (env.COMPRESSION === "here") app.use(compression());
const build = path.resolve(env.TEST_BUILD_FOLDER ?? "build");
if (!developing) app.use("/assets", builtFiles(path.join(build, "client/assets")));
app.use(
  helmet({
    contentSecurityPolicy: developing
      ? false
      : {
          directives: {
            "default-src": ["'self'"],
            "script-src": ["'self'", (_request, response) => `'nonce-${(response as express.Response).locals.nonce}'`],
            "style-src": ["'self'"],
            // Widths of bars and heights of fields are attributes of elements; no style sheet can be brought in.
            "style-src-attr": ["'unsafe-inline'"],
            "img-src": ["'self'", "data:"],
            "frame-src": ["'self'"],
            // The join page's form is answered with where the online meeting is, which may be anywhere.
            "form-action": ["'self'", (request) => (isJoinPage(request.url) ? "https: http:" : "'self'")],
            "frame-ancestors": ["'self'"],
            "upgrade-insecure-requests": origin.startsWith("https:") ? [] : null,
          },
        },
    // Other sites under this name may not be ready for it: that is their operator's to say.
    hsts: origin.startsWith("https:") && { includeSubDomains: env.HSTS_SUBDOMAINS === "yes" },
    referrerPolicy: { policy: "same-origin" },
  }),
);

app.use(refuseForeignForms(origin));

// Whether the process lives: what restarts it asks this.
app.get("/health", (_request, response) => void response.set("Cache-Control", "no-store").json({ status: "ok" }));

// Whether it can serve: what sends people to it asks this.
app.get("/ready", (_request, response) => {
  const reason = findUnreadiness(getDatabase(), now());
  response.set("Cache-Control", "no-store");
  if (!reason) response.json({ status: "ready" });
  else response.status(503).json({ status: "not ready", reason, words: UNREADINESS_WORDS[reason] });
});

app.use(noticeForeignHosts(origin, (facts, words) => logger.warn(facts, words)));

if (developing) {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  app.use(vite.middlewares);
  serve(async () => guardBuild((await vite.ssrLoadModule("virtual:remix/server-build")) as unknown as ServerBuild));
} else {
  app.use(express.static(path.join(build, "client"), { maxAge: "1h" }));
  serve(guardBuild((await import(pathToFileURL(path.join(build, "server/index.js")).href)) as ServerBuild));
}

/**
 * What the build made, under names that change with what they hold. What a page may do is said by the page: said by each
 * of its fifteen scripts as well, it was a twelfth of what they weigh.
 */
function builtFiles(folder: string): express.RequestHandler[] {
  const files = staticGzip(folder, {
    enableBrotli: true,
    orderPreference: ["br"],
    index: false,
    serveStatic: { immutable: true, maxAge: "1y" },
  });
  const headers = { "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" };
  const withHeaders: express.RequestHandler = (_request, response, next) => {
    response.set(headers);
    next();
  };
  return [withHeaders, files];
}

function serve(build: ServerBuild | (() => Promise<ServerBuild>)): void {
  const handler = remixHandler({
    build,
    mode: developing ? "development" : "production",
    loadContext: (response) => ({ nonce: response.locals.nonce as string }),
    // Pages see headers only: what they are told of the client comes from here, never from the client itself.
    trustedHeaders: (request) => ({
      "X-Request-Id": request.res!.locals.requestId as string,
      "X-Client-Address": request.ip ?? "",
    }),
  });
  app.use(handler);
}

app.use(((error, request, response, _next) => {
  const reference = response.locals.requestId as string;
  logger.error({ err: error, reference, url: request.originalUrl }, "A request failed before any page could answer");
  if (!sayProblem(request, response, 500, failureText(reference)))
    response.status(500).type("text").send(failureText(reference));
}) satisfies express.ErrorRequestHandler);

// Jobs run on a thread of their own, so that no mail or sum ever holds up a page.
// They rest the longer, the busier this one is.
const busy = new SharedArrayBuffer(4);
const begun = new SharedArrayBuffer(4);
watchBusiness(busy);
const compiled = import.meta.url.endsWith(".js");
const jobsFile = fileURLToPath(new URL(compiled ? "jobs.js" : "scripts/jobs.ts", import.meta.url));
const jobs =
  env.JOBS === "here"
    ? new Worker(jobsFile, {
        execArgv: compiled ? [] : ["--import", "tsx"],
        workerData: { busy, begun } satisfies JobThread,
      })
    : null;
const jobsEnded = jobs ? once(jobs, "exit") : null;
jobs?.on("error", (error) => logger.error({ err: error }, "The job loop stopped"));

const server = makeHttpServer(app, {
  perAddress: env.TRUST_PROXY > 0 ? null : env.CONNECTIONS_PER_ADDRESS,
  all: env.CONNECTIONS,
});
server.listen(env.PORT, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : env.PORT;
  if (!follows && env.HOURBOOK_MODE === "production" && env.ORIGIN === undefined)
    logger.warn(`ORIGIN is not set: links in mail and documents will begin with ${origin}`);
  if (!follows) console.log(`Hourbook is at ${env.ORIGIN ? origin : `http://localhost:${port}`}`);
});
server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE" ? `Port ${env.PORT} is taken; set PORT to another.` : `Cannot serve: ${error.message}`,
  );
  process.exit(1);
});

/** Writes how busy this thread is, in thousandths, where the thread of the jobs reads it. */
function watchBusiness(shared: SharedArrayBuffer): void {
  const share = new Int32Array(shared);
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    Atomics.store(share, 0, Math.round(performance.eventLoopUtilization(now, before).utilization * 1_000));
    before = now;
  }, BUSINESS_MS).unref();
}

let stopping = false;

function stop(): void {
  // A signal to the whole group arrives twice.
  if (stopping) return;
  stopping = true;
  logger.info("Stopping: requests and mail under way are finished first");
  // Where it is still being read, nothing is under way.
  if (isFirst(begun)) void jobs?.terminate();
  else jobs?.postMessage("stop");
  const served = new Promise((resolve) => server.close(resolve));
  void Promise.all([served, jobsEnded]).then(() => {
    flushReadings();
    const saved = closeDatabase(getDatabase(), now());
    if (saved) console.error(`The database file was gone. What Hourbook still held is saved in ${saved}.`);
    process.exit(saved ? 1 : 0);
  });
  server.closeIdleConnections();
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The process that started this one is gone.
process.on("disconnect", stop);
