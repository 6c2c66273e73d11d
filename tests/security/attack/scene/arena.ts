import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { seedDemo } from "#seed/demo";
import { DEMO_DOMAIN, type FixedMailbox } from "#seed/demo/accounts";
import { insertReferenceData } from "#seed/reference";
import { ensureProviderKeys } from "~/documents/signing/provider-keys.server";
import type { Context } from "~/platform/context";
import { openDatabase } from "~/platform/database/database.server";
import { type RunningServer, startServer } from "../../../e2e/server-process";
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
  await invent(template);
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

/** Invents the demo. Served, it is production like any other. */
async function invent(file: string): Promise<void> {
  const db = openDatabase(file);
  const ctx: Context = { db, now: Date.now(), actor: null, address: null, requestId: null };
  insertReferenceData(ctx);
  await seedDemo(ctx);
  await ensureProviderKeys(ctx);
  db.$client.close();
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
