import type { MicrocredentialRefusal } from "~/microcredentials/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { newId } from "~/platform/ids";
import type { Draft } from "~/platform/http/stale-form";
import { isCurrent } from "~/platform/http/stale-form.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { type Criterion, type Definition, type EvidencePart, isWritten } from "./definition";
import { toCriterionDraft, toPartDraft } from "./definition-draft";
import { changeDraft } from "./write-definition.server";

type Written = Outcome<{ id: string }, MicrocredentialRefusal>;

/** What is asked of a list of a draft version: its criteria, or its parts of evidence. */
type ListChange<Row> =
  | ({ intent: "add" } & Omit<Row, "key">)
  | ({ intent: "change"; key: string; base?: string | undefined } & Omit<Row, "key">)
  | { intent: "remove"; key: string }
  | { intent: "move-up"; key: string };

/** Adds, changes, removes or moves a criterion of a draft version. */
export const changeCriteria = (ctx: ScopedContext, id: string, change: ListChange<Criterion>): Written =>
  changeList(ctx, id, change, {
    list: "criteria",
    fieldsOf: ({ title, words, demonstrated, notYet }) => ({ title, words, demonstrated, notYet }),
    draftOf: toCriterionDraft,
  });

/** Adds, changes, removes or moves a part of the evidence that a draft version asks for. */
export const changeEvidence = (ctx: ScopedContext, id: string, change: ListChange<EvidencePart>): Written =>
  changeList(ctx, id, change, {
    list: "evidence",
    fieldsOf: ({ kind, title, words, most, leastWords, mostWords, required, example, criteria }) => {
      const size = isWritten(kind) ? { most: 1, leastWords, mostWords } : { most, leastWords: 0, mostWords: 0 };
      return { kind, title, words, ...size, required, example: example ?? "", criteria };
    },
    draftOf: toPartDraft,
  });

interface Keyed {
  key: string;
  title: string;
}

/** Which list of a definition, what a row of it is made of, and how its form shows it. */
interface ListOf<Row extends Keyed> {
  list: "criteria" | "evidence";
  fieldsOf: (row: Omit<Row, "key">) => Omit<Row, "key">;
  draftOf: (row: Row) => Draft;
}

function changeList<Row extends Keyed>(
  ctx: ScopedContext,
  id: string,
  change: ListChange<Row>,
  of: ListOf<Row>,
): Written {
  return changeDraft(ctx, id, (_tx, { definition }) => {
    const rows = definition[of.list] as unknown as Row[];
    const next = changed(rows, change, of);
    if (!next.ok) return next;
    const names = (all: readonly Row[]) => all.map(({ title }) => title);
    const changes = { [of.list]: [names(rows), names(next.value)] };
    return ok({
      next: withoutLostCriteria({ ...definition, [of.list]: next.value }),
      action: `microcredential.${of.list}-changed`,
      detail: { changes, row: change.intent === "change" ? change.title : undefined },
    });
  });
}

function changed<Row extends Keyed>(
  rows: readonly Row[],
  change: ListChange<Row>,
  { fieldsOf, draftOf }: ListOf<Row>,
): Outcome<Row[], MicrocredentialRefusal> {
  if (change.intent === "add") return ok([...rows, { ...fieldsOf(change), key: newId() } as Row]);
  const at = rows.findIndex(({ key }) => key === change.key);
  const row = rows[at];
  if (!row) return refuse("unknown-part");
  const others = rows.filter(({ key }) => key !== row.key);
  switch (change.intent) {
    case "change":
      if (!isCurrent(change.base, draftOf(row))) return refuse("changed-meanwhile");
      return ok(rows.map((each) => (each === row ? ({ ...fieldsOf(change), key: row.key } as Row) : each)));
    case "remove":
      return ok(others);
    case "move-up":
      return ok(others.toSpliced(Math.max(0, at - 1), 0, row));
  }
}

/** Evidence names only criteria that there are. */
function withoutLostCriteria(definition: Definition): Definition {
  const keys = new Set(definition.criteria.map(({ key }) => key));
  const evidence = definition.evidence.map((part) => ({
    ...part,
    criteria: part.criteria.filter((key) => keys.has(key)),
  }));
  return { ...definition, evidence };
}
