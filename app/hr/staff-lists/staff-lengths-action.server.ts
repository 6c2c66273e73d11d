import { findLastChange } from "~/people/persons/last-change.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { staffLengthsForm } from "./staff-list-form";
import { findLengths, saveLengths } from "./staff-list-settings.server";

/** Saves how long a district's numbers are, unless somebody has changed that meanwhile. */
export const saveLengthsForm = (ctx: ScopedContext, fields: FormData, organisationId: string) =>
  saveVersioned(
    ctx,
    fields,
    staffLengthsForm,
    (tx) => {
      const draft = findLengths(tx, ctx, organisationId);
      return draft && { draft, change: () => findLastChange(tx, organisationId, ["staff-list.settings-changed"]) };
    },
    (form) => saveLengths(ctx, form),
  );
