import { sql } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "#drizzle/schema/staff/hr-api";
import { API_SCOPES, type ApiScope } from "~/hr/api/api-token";
import { makeToken, tokenOf } from "~/hr/api/api-token.server";
import { CREDIT_EVENTS } from "~/hr/api/credit-event";
import { pingEndpoint } from "~/hr/webhooks/queue-messages.server";
import { addEndpoint } from "~/hr/webhooks/webhook.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { webhookSecretOf } from "~/platform/outgoing/webhook-signature.server";
import { formSecret } from "~/platform/secrets/form-secret.server";
import { done } from "../done";

/** A token of the actor's district, in clear, as HR saw it once. */
export function tokenFor(
  hr: ScopedContext,
  { scopes = [...API_SCOPES], days = 365 }: { scopes?: ApiScope[]; days?: number } = {},
): { id: string; token: string } {
  const token = tokenOf(formSecret(hr, "make-token", null));
  const [organisationId = ""] = hr.scopeIds;
  return { ...done(makeToken(hr, { organisationId, name: `Payroll ${newId()}`, scopes, days }, token)), token };
}

/** An endpoint of the actor's district, with the secret as HR saw it once. */
export function endpointFor(hr: ScopedContext, url: string): { id: string; secret: string } {
  const secret = webhookSecretOf(formSecret(hr, "add-endpoint", null));
  const [organisationId = ""] = hr.scopeIds;
  return { ...done(addEndpoint(hr, { organisationId, url, events: [...CREDIT_EVENTS] }, secret)), secret };
}

/** A token, an endpoint and a message to it, by their ids. */
export function addPayroll(hr: ScopedContext, owner: string): Record<string, string> {
  const endpoint = endpointFor(hr, `https://payroll.${owner}.example/hook`).id;
  return { token: tokenFor(hr).id, endpoint, delivery: done(pingEndpoint(hr, endpoint)) };
}

/** The messages of an endpoint, oldest first. */
export const deliveriesOf = (db: Database, webhookId: string) =>
  db
    .select()
    .from(webhookDeliveries)
    .where(sql`${webhookDeliveries.webhookId} = ${webhookId}`)
    .orderBy(webhookDeliveries.id)
    .all();

/** An endpoint as it stands. */
export const endpointOf = (db: Database, webhookId: string) =>
  db
    .select()
    .from(webhooks)
    .where(sql`${webhooks.id} = ${webhookId}`)
    .get()!;
