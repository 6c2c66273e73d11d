import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEMO_DOMAIN, type FixedMailbox } from "#drizzle/seed/demo/people";
import { type RunningServer, startServer } from "../../e2e/server-process";
import { Client } from "./client";
import type { Figures } from "./figures";

export const DEMO_PASSWORD = "hourbook-demo";

export const demoAddress = (mailbox: FixedMailbox) => `${mailbox}@${DEMO_DOMAIN}`;

/** A folder with the demo's database, and servers on copies of it. */
export interface Arena {
  /** Where a copy of the demo's database begins, made for the asking. */
  copy(name: string): string;
  /** Starts the built server as in production, on a copy of the demo's database; no job runs unless asked for. */
  serve(databaseFile: string, environment?: Record<string, string>): Promise<RunningServer>;
  remove(): Promise<void>;
}

/** Invents the demo once. Every server then has a copy, so that no part finds what another has left. */
export async function makeArena(): Promise<Arena> {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-attack-"));
  const template = path.join(folder, "template.sqlite");
  // The demo is invented in demo mode; served, it is production like any other.
  const inventing = await startServer({ HOURBOOK_MODE: "demo", JOBS: "elsewhere", DATABASE_FILE: template });
  await inventing.stop();
  const running = new Set<RunningServer>();
  return {
    copy(name) {
      const file = path.join(folder, `${name}.sqlite`);
      copyFileSync(template, file);
      return file;
    },
    async serve(databaseFile, environment = {}) {
      const server = await startServer({ DATABASE_FILE: databaseFile, JOBS: "elsewhere", ...environment });
      running.add(server);
      return server;
    },
    async remove() {
      for (const server of running) {
        try {
          process.kill(server.pid, "SIGKILL");
        } catch {
          continue;
        }
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What every part is given. */
export interface Scene {
  arena: Arena;
  /** The server that all parts share unless they need one of their own. */
  server: RunningServer;
  databaseFile: string;
  figures: Figures;
  seed: number;
  posts: number;
}

/** Somebody of the demo who is signed in. */
export async function signedIn(
  { server, figures }: Pick<Scene, "server" | "figures">,
  mailbox: FixedMailbox,
  address = "127.0.0.1",
): Promise<Client> {
  const client = new Client(server.origin, figures, address);
  await client.signIn(demoAddress(mailbox), DEMO_PASSWORD);
  return client;
}
