import { eq } from "drizzle-orm";
import { accounts } from "#drizzle/schema/people";
import { documentKeyOf } from "~/documents/signing/provider-keys.server";
import { findActor } from "~/people/roles/permission.server";
import type { Context } from "~/platform/context";
import { rowOf } from "~/platform/database/rows.server";
import { generateKeys } from "~/platform/signing/key-pair.server";
import { addIssuer } from "~/renewal/outside/issuers/trusted-issuer.server";
import { must } from "./offerings";

const NAME = "Capital Region ESD 113";

/** Another Hourbook whose documents the demo trusts; its keys are made up, and sign nothing. */
export async function insertIssuer(ctx: Context, adminEmail: string): Promise<void> {
  const { id } = rowOf(ctx.db.select().from(accounts).where(eq(accounts.email, adminEmail)), "administrator's account");
  const actor = findActor(ctx.db, id);
  if (!actor) throw new Error("The administrator of the demo cannot act.");
  const { certificate, publicKey, ...pair } = await generateKeys(documentKeyOf({ id: "esd113", name: NAME }), ctx.now);
  const key = { keyId: pair.id, provider: NAME, certificate, publicKey };
  must(
    addIssuer(
      { ...ctx, actor },
      {
        name: NAME,
        note: "From hourbook.esd113.example on a call with their registrar, who read the key to us.",
        keys: [{ ...key, usedFrom: new Date(ctx.now).toISOString(), usedUntil: null }],
      },
    ),
  );
}
