import { and, desc, eq, gt } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import type { Reader } from "~/platform/database/database.server";
import { type MappedPage, MOST_MAPPED } from "~/platform/http/search-engines";

const ALWAYS: readonly MappedPage[] = ["/", "/catalog", "/microcredentials", "/about-hours", "/accessibility"].map(
  (path) => ({ path }),
);

/** The pages that search engines are to know: published courses and micro-credentials, and offerings to come. */
export function listMappedPages(db: Reader, now: number): MappedPage[] {
  const listed = { id: courses.id, changedAt: courses.updatedAt };
  const taught = db.select(listed).from(courses).where(eq(courses.state, "published")).all();
  const shown = db
    .select({ id: microcredentials.id, changedAt: microcredentials.updatedAt })
    .from(microcredentials)
    .where(eq(microcredentials.state, "published"))
    .all();
  const coming = db
    .select({ id: offerings.id, changedAt: offerings.updatedAt })
    .from(offerings)
    .where(and(eq(offerings.state, "published"), gt(offerings.startsAt, now)))
    .orderBy(desc(offerings.startsAt))
    .limit(MOST_MAPPED)
    .all();
  const under = (folder: string, rows: { id: string; changedAt: number }[]) =>
    rows.map(({ id, changedAt }) => ({ path: `/${folder}/${id}`, changedAt }));
  return [
    ...ALWAYS,
    ...under("courses", taught),
    ...under("microcredentials", shown),
    ...under("offerings", coming),
  ].slice(0, MOST_MAPPED);
}
