import { findLastChange } from "~/people/persons/last-change.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { degreeSubject, findDegree, saveDegree } from "./degree-date.server";
import { degreeForm } from "./degree-form";

/** Saves what the page of a person posts of their degree, unless somebody has changed it meanwhile. */
export function saveDegreeForm(ctx: ScopedContext, personId: string, fields: FormData) {
  const posted = fields.get("organisationId");
  const organisationId = typeof posted === "string" ? posted : "";
  return saveVersioned(
    ctx,
    fields,
    degreeForm,
    (tx) => {
      if (!ctx.scopeIds.includes(organisationId)) return null;
      const subject = degreeSubject(organisationId, personId);
      return { draft: findDegree(tx, organisationId, personId), change: () => findLastChange(tx, subject) };
    },
    ({ degreeOn }) => saveDegree(ctx, { organisationId, personId, degreeOn }),
  );
}
