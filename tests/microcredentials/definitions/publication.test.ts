import { beforeEach, expect, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import {
  findActiveVersion,
  findDraftVersion,
  getScopedMicrocredential,
} from "~/microcredentials/definitions/definition.server";
import {
  beginVersion,
  deleteMicrocredential,
  dropVersion,
  publishVersion,
  retireMicrocredential,
  returnMicrocredential,
} from "~/microcredentials/definitions/publication.server";
import { changeCriteria, changeEvidence } from "~/microcredentials/definitions/rubric.server";
import { createMicrocredential, saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import type { Criterion } from "~/microcredentials/definitions/definition";
import { toCriterionDraft, toDefinitionDraft } from "~/microcredentials/definitions/definition-draft";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { writeBase } from "~/platform/http/stale-form";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makeCourse, makePerson, psesd } from "../../support/factories";
import { criterion, definitionInput, makeMicrocredential, part } from "../../support/microcredentials/definitions";

let db: Database;
let ctx: ScopedContext;
let providerId: string;
beforeEach(() => {
  db = useTestDatabase();
  providerId = psesd(db).id;
  const cora = makePerson(db);
  give(db, cora, "coordinator", providerId);
  ctx = actingAs(db, cora, { scopeIds: [providerId] });
});
const make = (input: Partial<Parameters<typeof makeMicrocredential>[1]> = {}) =>
  makeMicrocredential(ctx, { providerId, ...input });
const elsewhere = (): ScopedContext => ({ ...ctx, scopeIds: ["another"] });

test("what is published is frozen: nothing changes it but a new version, and the database holds that", () => {
  const id = make();
  const input = { ...definitionInput({ title: "Calmer classrooms" }), id };
  expect(saveDefinition(ctx, input)).toMatchObject({ reason: "no-draft" });
  expect(changeCriteria(ctx, id, { intent: "add", ...criterion("Third") })).toMatchObject({ reason: "no-draft" });
  const published = db.select().from(microcredentialVersions).get()!;
  const changed = db.update(microcredentialVersions).set({ definition: { ...published.definition, title: "Other" } });
  expect(() => changed.run()).toThrow();
  expect(() => db.delete(microcredentialVersions).run()).toThrow();
  expect(findActiveVersion(db, id)?.definition.title).toBe("Calm classrooms");
});

test("a new version takes the place of the one before once it is published; the catalog's title follows then", () => {
  const id = make();
  const first = findActiveVersion(db, id)!;
  done(beginVersion(ctx, id));
  expect(beginVersion(ctx, id)).toMatchObject({ reason: "has-draft" });
  done(saveDefinition(ctx, { ...definitionInput({ title: "Calmer classrooms" }), id }));
  expect(getScopedMicrocredential(ctx, id).microcredential.title).toBe("Calm classrooms");
  expect(findActiveVersion(db, id)?.id).toBe(first.id);
  done(publishVersion(ctx, id));
  const { microcredential, active, versions } = getScopedMicrocredential(ctx, id);
  expect([microcredential.title, active?.number, versions.length]).toEqual(["Calmer classrooms", 2, 2]);
  expect(versions[1]).toMatchObject({ id: first.id, replacedAt: ctx.now });
});

test("two active versions, or two drafts, cannot stand", () => {
  const id = make();
  const { id: _id, ...row } = findActiveVersion(db, id)!;
  const insert = (values: object) =>
    db
      .insert(microcredentialVersions)
      .values({ ...row, id: crypto.randomUUID(), number: 9, ...values })
      .run();
  expect(() => insert({})).toThrow();
  insert({ number: 8, publishedAt: null, publishedBy: null });
  expect(() => insert({ publishedAt: null, publishedBy: null })).toThrow();
});

test("a version that is thrown away leaves what is published, and the audit log keeps what it said", () => {
  const id = make();
  expect(dropVersion(ctx, id)).toMatchObject({ reason: "no-draft" });
  done(beginVersion(ctx, id));
  done(saveDefinition(ctx, { ...definitionInput({ title: "Other" }), id }));
  done(dropVersion(ctx, id));
  expect(findDraftVersion(db, id)).toBeNull();
  const entry = db
    .select()
    .from(auditEntries)
    .all()
    .find(({ action }) => action === "microcredential.version-dropped");
  expect(entry?.detail).toMatchObject({ version: 2, definition: { title: "Other" } });
});

test("a draft without criteria is not published; one that was never published can be deleted, any other not", () => {
  const bare = done(createMicrocredential(ctx, { ...definitionInput(), providerId })).id;
  done(saveDefinition(ctx, { ...definitionInput(), id: bare }));
  expect(publishVersion(ctx, bare)).toMatchObject({ reason: "no-criteria" });
  expect(dropVersion(ctx, bare)).toMatchObject({ reason: "no-draft" });
  done(deleteMicrocredential(ctx, bare));
  expect(publishVersion(ctx, bare)).toMatchObject({ reason: "unknown-microcredential" });
  expect(deleteMicrocredential(ctx, make())).toMatchObject({ reason: "in-use" });
});

test("it is retired and comes back", () => {
  const id = make();
  done(retireMicrocredential(ctx, id));
  expect(retireMicrocredential(ctx, id)).toMatchObject({ reason: "not-published" });
  done(returnMicrocredential(ctx, id));
  expect(getScopedMicrocredential(ctx, id).microcredential.state).toBe("published");
});

test("a stack holds published others of the provider, never itself, however far down", () => {
  const [one, two] = [make(), make({ title: "Second" })];
  const stack = make({ title: "Both", stack: [one, two] });
  const higher = make({ title: "Higher", stack: [stack, two], isDraft: true });
  done(publishVersion(ctx, higher));
  done(beginVersion(ctx, stack));
  const save = (parts: string[]) => saveDefinition(ctx, { ...definitionInput({ stack: parts }), id: stack });
  expect(save([stack, one])).toMatchObject({ reason: "contains-itself" });
  expect(save([higher, one])).toMatchObject({ reason: "contains-itself" });
  expect(save([one, "nothing"])).toMatchObject({ reason: "unknown-prerequisite" });
  expect(save([two, one])).toMatchObject({ ok: true });
});

test("prerequisites are the provider's courses and published others", () => {
  const course = makeCourse(db);
  const first = make();
  const draft = make({ title: "Draft", isDraft: true });
  const id = make({ title: "Next", isDraft: true });
  const save = (input: object) => saveDefinition(ctx, { ...definitionInput(input), id });
  expect(save({ courses: [course], first: [first] })).toMatchObject({ ok: true });
  expect(save({ first: [draft] })).toMatchObject({ reason: "unknown-prerequisite" });
  expect(save({ first: [id] })).toMatchObject({ reason: "unknown-prerequisite" });
  expect(save({ courses: ["nothing"] })).toMatchObject({ reason: "unknown-prerequisite" });
});

test("criteria keep their keys when they are changed and moved; evidence forgets those that are removed", () => {
  const id = make({ isDraft: true, evidence: (keys) => [part({ criteria: keys })] });
  const rows = () => findDraftVersion(db, id)!.definition;
  const [greeting, listening] = rows().criteria as [Criterion, Criterion];
  done(changeCriteria(ctx, id, { intent: "move-up", key: listening.key }));
  done(changeCriteria(ctx, id, { intent: "change", key: greeting.key, ...criterion("Welcome") }));
  expect(rows().criteria.map(({ key, title }) => [key, title])).toEqual([
    [listening.key, "Listening"],
    [greeting.key, "Welcome"],
  ]);
  done(changeCriteria(ctx, id, { intent: "remove", key: greeting.key }));
  expect(rows().evidence.map(({ criteria }) => criteria)).toEqual([[listening.key]]);
  expect(changeCriteria(ctx, id, { intent: "remove", key: greeting.key })).toMatchObject({ reason: "unknown-part" });
});

test("a text has a number of words, files have a number", () => {
  const id = make({ isDraft: true, evidence: () => [] });
  done(changeEvidence(ctx, id, { intent: "add", ...part({ kind: "file", most: 3, leastWords: 5, mostWords: 9 }) }));
  done(changeEvidence(ctx, id, { intent: "add", ...part({ kind: "reflection", most: 7 }) }));
  expect(findDraftVersion(db, id)!.definition.evidence).toMatchObject([
    { most: 3, leastWords: 0, mostWords: 0 },
    { most: 1, leastWords: 3, mostWords: 200 },
  ]);
});

test("who opened a form before somebody else saved overwrites nothing", () => {
  const id = make({ isDraft: true });
  const before = findDraftVersion(db, id)!.definition;
  const base = writeBase(toDefinitionDraft(before, "science"));
  done(saveDefinition(ctx, { ...definitionInput({ title: "Mine" }), id, base }));
  expect(saveDefinition(ctx, { ...definitionInput({ title: "Theirs" }), id, base })).toMatchObject({
    reason: "changed-meanwhile",
  });
  const [first] = before.criteria;
  const rowBase = writeBase(toCriterionDraft(first!));
  const change = { intent: "change", key: first!.key, base: rowBase } as const;
  done(changeCriteria(ctx, id, { ...change, ...criterion("Mine") }));
  expect(changeCriteria(ctx, id, { ...change, ...criterion("Theirs") })).toMatchObject({ reason: "changed-meanwhile" });
});

test("another provider's is not there, whatever is asked of it", () => {
  const id = make({ isDraft: true });
  const asked = [
    saveDefinition(elsewhere(), { ...definitionInput(), id }),
    changeCriteria(elsewhere(), id, { intent: "add", ...criterion("Third") }),
    changeEvidence(elsewhere(), id, { intent: "add", ...part() }),
    publishVersion(elsewhere(), id),
    beginVersion(elsewhere(), id),
    dropVersion(elsewhere(), id),
    retireMicrocredential(elsewhere(), id),
    returnMicrocredential(elsewhere(), id),
    deleteMicrocredential(elsewhere(), id),
    createMicrocredential(elsewhere(), { ...definitionInput(), providerId }),
  ];
  expect(asked.map((outcome) => (outcome.ok ? "done" : outcome.reason))).toEqual(
    asked.map(() => "unknown-microcredential"),
  );
});
