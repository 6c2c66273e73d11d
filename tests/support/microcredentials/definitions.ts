import type { Criterion, Definition, EvidencePart } from "~/microcredentials/definitions/definition";
import { NEW_DEFINITION } from "~/microcredentials/definitions/definition";
import type { DefinitionForm } from "~/microcredentials/definitions/definition-form";
import { publishVersion } from "~/microcredentials/definitions/publication.server";
import { changeCriteria, changeEvidence } from "~/microcredentials/definitions/rubric.server";
import { createMicrocredential, saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import { findDraftVersion } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { done } from "../done";

export const criterion = (title: string): Omit<Criterion, "key"> => ({
  title,
  words: `Show ${title}.`,
  demonstrated: `${title} is there.`,
  notYet: `${title} is not there yet.`,
});

export const part = (input: Partial<EvidencePart> = {}): Omit<EvidencePart, "key"> => ({
  kind: "text",
  title: "Plan",
  words: "Write your plan.",
  most: 1,
  leastWords: 3,
  mostWords: 200,
  required: true,
  criteria: [],
  ...input,
});

export const definition = (input: Partial<Definition> = {}): Definition => ({
  ...NEW_DEFINITION,
  title: "Calm classrooms",
  competency: "Keeps a classroom calm.",
  method: "Greets everybody at the door.",
  importance: "Children learn where they feel safe.",
  ...input,
});

/** What the form of a definition posts, read. */
export const definitionInput = (input: Partial<DefinitionForm> = {}): DefinitionForm => ({
  intent: "save",
  programArea: "science",
  title: "Calm classrooms",
  competency: "Keeps a classroom calm.",
  method: "Greets everybody at the door.",
  importance: "Children learn where they feel safe.",
  sources: [],
  audience: "Everybody who teaches",
  audiences: [],
  example: "A week of greetings, and what changed.",
  alignment: [],
  promisedDays: 30,
  hours: 0,
  validYears: null,
  secondEvery: 5,
  courses: [],
  first: [],
  stack: [],
  ...input,
});

/** A published micro-credential with two criteria and a text, or as it is said. */
export function makeMicrocredential(
  ctx: ScopedContext,
  input: Partial<DefinitionForm> & {
    providerId: string;
    criteria?: Omit<Criterion, "key">[];
    evidence?: (keys: string[]) => Omit<EvidencePart, "key">[];
    isDraft?: boolean;
  },
): string {
  const { providerId, criteria, evidence, isDraft, ...fields } = input;
  const form = definitionInput(fields);
  const { id } = done(createMicrocredential(ctx, { ...form, providerId }));
  done(saveDefinition(ctx, { ...form, id }));
  const isStack = form.stack.length > 0;
  for (const row of criteria ?? (isStack ? [] : [criterion("Greeting"), criterion("Listening")]))
    done(changeCriteria(ctx, id, { intent: "add", ...row }));
  const keys = findDraftVersion(ctx.db, id)!.definition.criteria.map(({ key }) => key);
  for (const row of evidence?.(keys) ?? (isStack ? [] : [part()]))
    done(changeEvidence(ctx, id, { intent: "add", ...row }));
  if (!isDraft) done(publishVersion(ctx, id));
  return id;
}
