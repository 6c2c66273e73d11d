import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import type { DefinitionForm } from "~/microcredentials/definitions/definition-form";
import { publishVersion } from "~/microcredentials/definitions/publication.server";
import { changeCriteria, changeEvidence } from "~/microcredentials/definitions/rubric.server";
import { createMicrocredential, saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Transaction } from "~/platform/database/database.server";
import { DEFINITIONS } from "../microcredentials/all";
import type { DemoDefinition } from "../microcredentials/demo-definition";
import { must } from "./offerings";

/** Publishes the demo's micro-credentials and a stack of the first two. Returns the ids of the former, in their order. */
export function publishDefinitions(tx: Transaction, ctx: ScopedContext, providerId: string): string[] {
  const audiences = listPublicAudiences(tx).map(({ value }) => value);
  const ids = DEFINITIONS.map((definition, index) =>
    publish(ctx, providerId, definition, audiences.slice(0, 1 + (index % Math.max(1, audiences.length)))),
  );
  stack(ctx, providerId, ids.slice(0, 2));
  return ids;
}

const form = (
  input: Partial<DefinitionForm> & Pick<DefinitionForm, "programArea" | "title" | "competency">,
): DefinitionForm => ({
  intent: "save",
  method: "",
  importance: "",
  sources: [],
  audience: "Everybody who works with students",
  audiences: [],
  example: "",
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

function publish(
  ctx: ScopedContext,
  providerId: string,
  definition: DemoDefinition,
  audiences: readonly string[],
): string {
  const { area, criteria, did, learned, hours = 0, ...words } = definition;
  const written = form({
    ...words,
    hours,
    audiences: [...audiences],
    programArea: area,
    validYears: words.validYears ?? null,
    sources: ["An invented handbook for the demo, second edition"],
    example: "Two weeks of notes, one page of what changed, and what you would do differently.",
    alignment: [
      { code: "TPEP 5", name: "Fostering a safe, positive learning environment", url: "https://k12.example/5" },
    ],
  });
  const { id } = must(createMicrocredential(ctx, { ...written, providerId }));
  must(saveDefinition(ctx, { ...written, id }));
  for (const [title, asked, demonstrated, notYet] of criteria)
    must(changeCriteria(ctx, id, { intent: "add", title, words: asked, demonstrated, notYet }));
  addEvidence(ctx, id, { did, learned });
  must(publishVersion(ctx, id));
  return id;
}

function addEvidence(ctx: ScopedContext, id: string, { did, learned }: Pick<DemoDefinition, "did" | "learned">): void {
  const part = { most: 1, leastWords: 10, mostWords: 1200, required: true, criteria: [] };
  const files = { ...part, kind: "file" as const, most: 5, required: false };
  const parts = [
    {
      ...{ ...part, kind: "text" as const, title: "What you did", example: did },
      words: "Two weeks of your practice, and what your students did.",
    },
    {
      ...{ ...part, kind: "reflection" as const, title: "What you learned", example: learned },
      words: "What surprised you, and what you will change.",
    },
    { ...files, title: "Materials", words: "Plans or pictures, without students in them." },
  ];
  for (const each of parts) must(changeEvidence(ctx, id, { intent: "add", ...each }));
}

function stack(ctx: ScopedContext, providerId: string, parts: string[]): void {
  const written = form({
    programArea: "equity",
    title: "Equity in the classroom",
    competency: "Teaches so that every student can stay in the lesson, and finds their own knowledge in it.",
    importance: "Safety and meaning belong together.",
    stack: parts,
  });
  const { id } = must(createMicrocredential(ctx, { ...written, providerId }));
  must(saveDefinition(ctx, { ...written, id }));
  must(publishVersion(ctx, id));
}
