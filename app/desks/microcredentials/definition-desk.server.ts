import type { z } from "zod";
import { listAudienceOptions } from "~/catalog/audiences/audience.server";
import { listAreaOptions } from "~/catalog/areas/program-area.server";
import { listPrerequisiteOptions } from "~/catalog/courses/prerequisite.server";
import { findPublishFaults } from "~/microcredentials/definitions/definition";
import { toDefinitionDraft } from "~/microcredentials/definitions/definition-draft";
import type { definitionPageForm } from "~/microcredentials/definitions/definition-form";
import { getScopedMicrocredential, listPublishedOptions } from "~/microcredentials/definitions/definition.server";
import { countRefusedFiles } from "~/microcredentials/evidence/refused-files.server";
import {
  beginVersion,
  deleteMicrocredential,
  dropVersion,
  publishVersion,
  retireMicrocredential,
  returnMicrocredential,
} from "~/microcredentials/definitions/publication.server";
import { saveDefinition } from "~/microcredentials/definitions/write-definition.server";
import { findApproval } from "~/microcredentials/hours/hours-decision.server";
import { MICROCREDENTIAL_REFUSALS, type MicrocredentialRefusal } from "~/microcredentials/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { writeBase } from "~/platform/http/stale-form";
import type { Outcome } from "~/platform/outcome";

/** The page of a micro-credential: the version that is being written, or the one that is published; and what came before. */
export function getDefinitionPage(ctx: ScopedContext, id: string) {
  const { microcredential, versions, draft, active } = getScopedMicrocredential(ctx, id);
  const shown = draft ?? active ?? versions[0];
  if (!shown) throw new Error(`Micro-credential ${id} has no version.`);
  const fields = toDefinitionDraft(shown.definition, microcredential.programArea);
  const { providerId, programArea } = microcredential;
  return {
    microcredential,
    definition: shown.definition,
    isDraft: shown.publishedAt === null,
    hasActive: active !== null,
    approvedMinutes: findApproval(ctx.db, shown.id, ctx.now)?.minutes ?? null,
    refusedFiles: countRefusedFiles(ctx.db, id),
    version: shown.number,
    versions: versions.map(({ id: versionId, number, publishedAt, replacedAt }) => ({
      id: versionId,
      number,
      publishedAt,
      replacedAt,
    })),
    faults: findPublishFaults(shown.definition).map((fault) => MICROCREDENTIAL_REFUSALS[fault].words),
    draft: fields,
    base: writeBase(fields),
    areas: listAreaOptions(ctx.db, programArea),
    courses: listPrerequisiteOptions(ctx.db, providerId, null),
    audiences: listAudienceOptions(ctx.db, shown.definition.audiences),
    others: listPublishedOptions(ctx.db, [providerId], id),
  };
}

/** What is said after each thing that the page can do. */
export const DEFINITION_SAID: Record<z.output<typeof definitionPageForm>["intent"], string> = {
  save: "Saved.",
  publish: "It is published. People can begin.",
  "new-version": "A new version is drafted. What is published stays until you publish it.",
  "drop-version": "The new version is thrown away.",
  retire: "It is retired. Work under way goes on.",
  return: "It is in the catalog again.",
  delete: "The draft is deleted.",
};

/** Does what the page of a micro-credential posts. */
export function runDefinitionAction(
  ctx: ScopedContext,
  id: string,
  input: z.output<typeof definitionPageForm>,
): Outcome<{ id: string }, MicrocredentialRefusal> {
  switch (input.intent) {
    case "save":
      return saveDefinition(ctx, { ...input, id });
    case "publish":
      return publishVersion(ctx, id);
    case "new-version":
      return beginVersion(ctx, id);
    case "drop-version":
      return dropVersion(ctx, id);
    case "retire":
      return retireMicrocredential(ctx, id);
    case "return":
      return returnMicrocredential(ctx, id);
    case "delete":
      return deleteMicrocredential(ctx, id);
  }
}
