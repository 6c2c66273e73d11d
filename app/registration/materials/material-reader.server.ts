import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { storedFiles } from "#drizzle/schema/files";
import { offeringMaterials } from "#drizzle/schema/materials";
import { listMaterials, type Material } from "~/catalog/materials/material.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { listMyGrants } from "~/people/roles/permission.server";
import type { Context } from "~/platform/context";
import { safeFileName } from "~/platform/files/file-name";
import type { StoredFile } from "~/platform/files/file-store.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { canReadMaterial, type Reader } from "./material-right";

type Owner = Pick<Offering, "id" | "providerId" | "state" | "publishedAt">;

/** The materials of an offering that whoever asks may read, in their order. */
export function listReadableMaterials(ctx: Context, offering: Owner): Material[] {
  const materials = listMaterials(ctx.db, offering.id);
  if (materials.length === 0) return [];
  const reader = readerOf(ctx, offering);
  return materials.filter(({ audience }) => canReadMaterial(audience, { isPublic: isPublic(offering) }, reader));
}

/** A material that is a file, with its name, if whoever asks may read it; null for every other. */
export function findReadableFile(ctx: Context, materialId: string): { file: StoredFile; name: string } | null {
  const row = ctx.db
    .select({ material: offeringMaterials, offering: offerings, file: storedFiles })
    .from(offeringMaterials)
    .innerJoin(offerings, eq(offerings.id, offeringMaterials.offeringId))
    .innerJoin(storedFiles, eq(storedFiles.sha256, offeringMaterials.fileHash))
    .where(eq(offeringMaterials.id, materialId))
    .get();
  if (!row) return null;
  const { material, offering, file } = row;
  if (!canReadMaterial(material.audience, { isPublic: isPublic(offering) }, readerOf(ctx, offering))) return null;
  return { file, name: safeFileName(material.title, material.extension ?? "bin") };
}

/** On staff is whoever coordinates or registers for the provider, or teaches the offering. */
function readerOf(ctx: Context, { id, providerId }: Owner): Reader {
  if (!ctx.actor) return { isStaff: false, status: null };
  const isStaff = listMyGrants(ctx).some(
    ({ role, scopeId }) =>
      (scopeId === providerId && (role === "coordinator" || role === "registrar")) ||
      (scopeId === id && role === "facilitator"),
  );
  return { isStaff, status: findLiveRegistration(ctx.db, id, ctx.actor.personId)?.status ?? null };
}

const isPublic = ({ state, publishedAt }: Owner): boolean =>
  state === "published" || (state === "cancelled" && publishedAt !== null);
