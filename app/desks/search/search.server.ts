import { and, inArray } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { type Reach, reachOf } from "~/desks/people/person-scope.server";
import { listMyGrants } from "~/people/roles/permission.server";
import { canSearch, ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { inReading, type Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import { notFound } from "~/platform/http/responses.server";
import { findDocuments, findInvoices } from "./paper-hits.server";
import { findPeople } from "./people-hits.server";
import { groupOf, type HitGroup, isEnough, MOST_HITS } from "./search-hits";
import { findClaimCodes, findCourses, findOfferings } from "./offering-hits.server";

/** What the one search found. */
export interface Found {
  /** Groups with a hit, in their order. */
  groups: HitGroup[];
  /** Whether what was typed was enough to look for. */
  enough: boolean;
  /** Where administrators find the mails to an address or a person. */
  mails: string | null;
}

/**
 * What staff find by words, names, parts of codes and addresses: only what they may open, each by the rule of the page that
 * it leads to. Looking is audited (P5). The number of statements depends on the reader's roles alone.
 * @throws Response 404 for whoever is not on the staff, and for assessors
 */
export function searchEverything(ctx: ActorContext, q: string): Found {
  if (!canSearch(listMyGrants(ctx).map(({ role }) => role))) throw notFound();
  const reach = reachOf(ctx);
  if (!isEnough(q)) return { groups: [], enough: false, mails: null };
  return inReading(ctx.db, (tx) => {
    const { now } = ctx;
    const people = findPeople(tx, reach, q);
    const papers = reach.registrarOf.length > 0 ? [findInvoices(tx, reach, q), findDocuments(tx, reach, q)] : [];
    const personIds = [...people.hits.map(({ id }) => id), ...papers.flatMap((paper) => paper.personIds)];
    recordReading(ctx, { action: "people.searched", subjectId: ctx.actor.personId, personIds, detail: { q, page: 1 } });
    const groups = [
      people,
      findOfferings(tx, reach, now, q),
      ...(reach.coordinatorOf.length > 0 ? [findClaimCodes(tx, reach, now, q)] : []),
      findCourses(tx, reach, q),
      ...papers.map(({ group }) => group),
      ...(reach.everything || reach.hrOf.length > 0 ? [findOrganisations(tx, reach, q)] : []),
    ];
    const hasMails = reach.everything && (people.hits.length > 0 || q.includes("@"));
    const mails = hasMails ? `/admin/mail?${new URLSearchParams({ to: q }).toString()}` : null;
    return { groups: groups.filter(({ hits }) => hits.length > 0), enough: true, mails };
  });
}

/** Organizations by name and code: administrators' all, HR's own. */
function findOrganisations(tx: Reader, { everything, hrOf }: Reach, q: string): HitGroup {
  const { id, name, code, kind } = organisations;
  const rows = tx
    .select({ id, name, code, kind })
    .from(organisations)
    .where(and(everything ? undefined : inArray(id, [...hrOf]), holdsTyped(q, name, code)))
    .orderBy(byLetters(name))
    .limit(MOST_HITS + 1)
    .all();
  const hits = rows.map((row) => ({
    id: row.id,
    to: everything ? `/admin/organizations/${row.id}` : `/hr?organization=${row.id}`,
    label: row.name,
    about: [ORGANISATION_KIND_LABELS[row.kind], row.code].filter(Boolean).join(" · "),
    codes: [row.code],
  }));
  return groupOf("organisations", hits, everything ? `/admin?${new URLSearchParams({ q }).toString()}` : null);
}
