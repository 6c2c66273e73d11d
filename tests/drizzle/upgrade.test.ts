import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { FENCES } from "#drizzle/fences";
import { openDatabase, UnusableDatabase } from "~/platform/database/database.server";
import { InUse, MIGRATIONS_FOLDER, upgradeDatabase } from "~/platform/database/upgrade.server";
import { digestTables, listTables, unpackBefore } from "./before";

function place(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-upgrade-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function open(file: string, folder?: string) {
  const db = openDatabase(file, folder);
  onTestFinished(() => void db.$client.close());
  return db.$client;
}

/** This program's migrations with one more. */
function migrationsWith(folder: string, sql: string): string {
  const migrations = path.join(folder, "migrations");
  cpSync(MIGRATIONS_FOLDER, migrations, { recursive: true });
  const journalFile = path.join(migrations, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8")) as {
    entries: { when: number; [key: string]: unknown }[];
  };
  const last = journal.entries.at(-1)!;
  journal.entries.push({ ...last, idx: journal.entries.length, when: last.when + 1, tag: "9999_more" });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(path.join(migrations, "9999_more.sql"), sql);
  return migrations;
}

const triggersOf = (client: SqliteDatabase.Database) =>
  client.prepare("select name, sql from sqlite_master where type = 'trigger' order by name").all();

function expectFences(client: SqliteDatabase.Database): void {
  expect(triggersOf(client)).toEqual([...FENCES.triggers].sort((a, b) => (a.name < b.name ? -1 : 1)));
  const sqlOf = (name: string) => client.prepare("select sql from sqlite_master where name = ?").pluck().get(name);
  for (const { name, sql } of [...FENCES.indexes, ...FENCES.searches]) expect(sqlOf(name)).toBe(sql);
  for (const table of FENCES.withoutRowid) expect(sqlOf(table)).toMatch(/without rowid$/i);
  expect(client.pragma("foreign_key_check")).toEqual([]);
  expect(client.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(client.pragma("journal_mode", { simple: true })).toBe("wal");
}

test("a database of the version before, with rows in every table, keeps them and gets every fence", () => {
  const file = unpackBefore(place());
  const before = new SqliteDatabase(file);
  const rows = digestTables(before);
  expect(Object.values(rows).every((each) => !each.startsWith("0 "))).toBe(true);
  before.close();
  const client = open(file);
  expectFences(client);
  const after = digestTables(client);
  const changed = Object.keys(rows).filter((table) => rows[table] !== after[table]);
  // Whose columns or words the migrations from 0013 on change; no row of theirs is lost.
  const expected =
    "account_tokens accounts affiliations approval_decisions attendance_marks calendar_feeds credits former_names hr_export_lines invoices offerings organisations outbox_messages persons program_areas provider_approvals providers registrations sessions signing_keys";
  expect(changed.sort()).toEqual(expected.split(" "));
  for (const table of changed) expect(after[table]!.split(" ")[0]).toBe(rows[table]!.split(" ")[0]);
});

test("0013: what somebody else entered is confirmed, one's own word is not; earlier readings name their people", () => {
  const client = open(unpackBefore(place()));
  const confirmed = (entry: string) =>
    client
      .prepare(
        "select confirmed_at is not null from affiliations where id = (select subject_id from audit_entries where id = ?)",
      )
      .pluck()
      .get(entry);
  expect([confirmed("ae1"), confirmed("ae2")]).toEqual([0, 1]);
  const named = client.prepare("select count(*) from audit_entry_persons where entry_id = ?").pluck();
  expect([named.get("ae3"), named.get("ae4"), named.get("ae1")]).toEqual([2, 1, 0]);
  expect(client.prepare("select secret, secret_hash from calendar_feeds").get()).toEqual({
    secret: "a-secret-in-clear-12345678901",
    secret_hash: null,
  });
});

test("0015: a provider's key is the same key, and signs documents", () => {
  const file = unpackBefore(place());
  const before = new SqliteDatabase(file);
  const kept = "certificate, public_key, sealed, created_at, created_by, retired_at, retired_by";
  const keys = before
    .prepare(`select id, provider_id as owner_id, 'documents' as purpose, ${kept} from signing_keys`)
    .all();
  before.close();
  expect(open(file).prepare(`select id, owner_id, purpose, ${kept} from signing_keys`).all()).toEqual(keys);
});

test("0016: where a person said that they work is the building of their newest affiliation", () => {
  const file = unpackBefore(place());
  const before = new SqliteDatabase(file);
  before.prepare("update persons set work_location = 'Hilltop ' || id").run();
  const [person] = before.prepare("select person_id from affiliations").pluck().all() as string[];
  before
    .prepare(
      "insert into affiliations (id, person_id, organisation_id, role_kind, from_date, to_date, created_at) select 'older', person_id, organisation_id, role_kind, '2001-09-01', '2002-06-30', 1 from affiliations where person_id = ? limit 1",
    )
    .run(person);
  before.close();
  const buildings = open(file).prepare("select id, building from affiliations where person_id = ? order by from_date");
  const rows = buildings.all(person) as { id: string; building: string | null }[];
  expect(rows[0]).toEqual({ id: "older", building: null });
  expect(rows.at(-1)!.building).toBe(`Hilltop ${person}`);
});

test("0021: a member of the cooperative was one for as long as anybody asks", () => {
  const file = unpackBefore(place());
  const before = new SqliteDatabase(file);
  before.prepare("update organisations set cooperative_member = 0").run();
  const [first] = before.prepare("select id from organisations order by id").pluck().all() as string[];
  before.prepare("update organisations set cooperative_member = 1 where id = ?").run(first);
  before.close();
  const members = open(file).prepare("select organisation_id, from_date, to_date from cooperative_memberships").all();
  expect(members).toEqual([{ organisation_id: first, from_date: "2000-01-01", to_date: null }]);
});

test("a value added to every list of states keeps rows, fences and what nobody may know", () => {
  const folder = place();
  // The whole program once more, with one more value in each CHECK and each partial index that lists states.
  for (const name of ["app", "drizzle", "drizzle.config.ts", "package.json", "tsconfig.json"]) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  const columns = path.join(folder, "drizzle/schema/column.ts");
  const longer = readFileSync(columns, "utf8").replace("values.map(", '[...values, "one-more"].map(');
  expect(longer).toContain("one-more");
  writeFileSync(columns, longer);
  const made = spawnSync("drizzle-kit", ["generate", "--name", "one-more"], { cwd: folder, encoding: "utf8" });
  expect(made.stderr + made.stdout).toContain("Your SQL migration file");
  const migrations = path.join(folder, "drizzle/migrations");
  const generated = readFileSync(
    path.join(
      migrations,
      readdirSync(migrations).find((name) => name.includes("one-more"))!,
    ),
    "utf8",
  );

  const file = unpackBefore(folder);
  const first = openDatabase(file).$client;
  const rows = digestTables(first);
  first.close();
  const client = open(file, migrations);
  expect(digestTables(client)).toEqual(rows);
  expectFences(client);
  const rebuilt = [...generated.matchAll(/RENAME TO `(\w+)`/g)].map(([, table]) => table!);
  expect(rebuilt.length).toBeGreaterThan(20);
  const lists = client
    .prepare("select count(*) from sqlite_master where sql like '%one-more%'")
    .pluck()
    .get() as number;
  expect(lists).toBeGreaterThanOrEqual(rebuilt.length);
  expect(rebuilt).toEqual(expect.arrayContaining(["attendance_marks", "registrations", "claims", "outbox_messages"]));
}, 120_000);

test("a migration that fails, or that breaks a reference, leaves the file as it was, in one sentence", () => {
  for (const sql of ["create table half (a); insert into nowhere values (1)", "delete from persons"]) {
    const folder = place();
    const file = unpackBefore(folder);
    const before = new SqliteDatabase(file);
    const rows = digestTables(before);
    const fences = triggersOf(before);
    before.close();
    expect(() => openDatabase(file, migrationsWith(folder, sql))).toThrow(UnusableDatabase);
    const after = new SqliteDatabase(file);
    expect(digestTables(after)).toEqual(rows);
    expect(triggersOf(after)).toEqual(fences);
    after.close();
  }
});

test("a process that is killed in the middle leaves the old file usable", async () => {
  const folder = place();
  const file = unpackBefore(folder);
  // Counts for ever, in the middle of everything.
  const migrations = migrationsWith(
    folder,
    "create table half (a);--> statement-breakpoint\ninsert into half with recursive n(x) as (select 1 union all select x + 1 from n) select x from n",
  );
  const program = `import { openDatabase } from "./app/platform/database/database.server"; openDatabase(${JSON.stringify(file)}, ${JSON.stringify(migrations)});`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    env: { ...process.env, HOURBOOK_MODE: "test" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const journal = `${file}-journal`;
  for (let i = 0; i < 400 && !readdirSync(folder).includes(path.basename(journal)); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(readdirSync(folder)).toContain(path.basename(journal));
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGKILL");
  await once(child, "exit");
  const client = open(file);
  expectFences(client);
  expect(listTables(client)).not.toContain("half");
}, 60_000);

test("while another process has the file open it is not brought up to date, and is as soon as that one has left", () => {
  const file = unpackBefore(place());
  const client = new SqliteDatabase(file);
  const other = new SqliteDatabase(file);
  other.pragma("journal_mode = WAL");
  other.prepare("select count(*) from persons").get();
  client.pragma("busy_timeout = 50");
  expect(() => upgradeDatabase(client, { patienceMs: 300 })).toThrow(InUse);
  expect(listTables(client)).not.toContain("attempts");
  other.close();
  upgradeDatabase(client, { patienceMs: 300 });
  expectFences(client);
  client.close();
});

test("a fence that changed is made anew without any migration; what did not change is not touched", () => {
  const file = unpackBefore(place());
  const client = open(file);
  const writes = () => client.pragma("data_version", { simple: true });
  const before = [writes(), client.prepare("select total_changes()").pluck().get()];
  upgradeDatabase(client);
  expect([writes(), client.prepare("select total_changes()").pluck().get()]).toEqual(before);
  const [first, ...others] = FENCES.triggers;
  const changed = { ...first!, sql: first!.sql.replace("append-only", "never changed") };
  upgradeDatabase(client, { fences: { ...FENCES, triggers: [changed, ...others] } });
  expect(() => client.exec(`update ${/ON (\w+)/.exec(first!.sql)![1]} set rowid = rowid`)).toThrow("never changed");
  upgradeDatabase(client);
  expectFences(client);
});
