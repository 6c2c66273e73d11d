import SqliteDatabase from "better-sqlite3";
import type { FixedMailbox } from "#seed/demo/accounts";
import { demoAddress } from "./arena";

/** What somebody's rows name: the ids of their person and account, and their address. */
export function idsOf(file: string, mailbox: FixedMailbox): string[] {
  const db = new SqliteDatabase(file, { readonly: true });
  const address = demoAddress(mailbox);
  const row = db.prepare("select id, person_id from accounts where email = ?").get(address) as {
    id: string;
    person_id: string;
  };
  db.close();
  return [row.id, row.person_id, address];
}
