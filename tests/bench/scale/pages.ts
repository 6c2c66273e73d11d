import type SqliteDatabase from "better-sqlite3";
import type { FixedMailbox } from "#seed/demo/accounts";

/** One kind of page: who looks at it, and its address; `{…}` stands for something of the demo, which a state has, too. */
export interface PageKind {
  who: "visitor" | FixedMailbox;
  path: string;
}

const of = (who: PageKind["who"], ...paths: string[]): PageKind[] => paths.map((path) => ({ who, path }));

/** 52 kinds of page, of all roles. */
export const PAGES: PageKind[] = [
  ...of(
    "visitor",
    "/",
    "/catalog",
    "/catalog?q=reading",
    "/catalog?modality=online&open=1",
    "/courses/{course}",
    "/offerings/{offering}",
    "/microcredentials",
    "/verify/{code}",
    "/sign-in",
  ),
  ...of(
    "educator",
    "/desk",
    "/catalog",
    "/offerings/{offering}/register",
    "/registrations",
    "/registrations/{registration}",
    "/hours",
    "/transcript",
    "/claims/{claim}",
    "/inquiries",
  ),
  ...of(
    "facilitator",
    "/facilitator",
    "/facilitator/offerings",
    "/facilitator/offerings/{mine}",
    "/facilitator/sessions/{session}",
    "/facilitator/offerings/{mine}/message",
  ),
  ...of(
    "coordinator",
    "/coordinator",
    "/coordinator?q=grading",
    "/coordinator/courses",
    "/coordinator/offerings/{offering}",
    "/coordinator/offerings/{past}/people",
    "/coordinator/unreachable",
    "/inbox",
  ),
  ...of(
    "registrar",
    "/registrar",
    "/registrar/posted",
    "/registrar/posted?q=sample",
    "/registrar/claims/{posted}",
    "/registrar/corrections",
    "/registrar/invoices",
    "/registrar/invoices/new",
    "/registrar/without-district",
    "/search?q=maya",
    "/people/{educator}",
  ),
  ...of("hr", "/hr", "/hr?q=sample", "/hr/affiliations", "/hr/export", "/hr/people/{educator}"),
  ...of(
    "admin",
    "/admin",
    "/admin/people?q=maya",
    "/admin/mail",
    "/admin/mail?q=sample",
    "/admin/mail?kind=registered",
    "/admin/audit",
  ),
  ...of("assessor", "/assessor"),
];

/** What stands for the things in addresses: one value each, of the demo's rows. */
const THINGS: Record<string, string> = {
  course: `select o.course_id from offerings o join courses c on c.id = o.course_id
    where o.state = 'published' and c.state = 'published' and o.starts_at > :now order by o.starts_at, o.id`,
  // Not one that the educator has a seat in already.
  offering: `select o.id from offerings o where state = 'published' and starts_at > :now + 864000000 and not exists
    (select 1 from registrations r
    where r.offering_id = o.id and r.person_id = :educator) order by starts_at, id`,
  past: "select id from offerings where state = 'published' and ends_at < :now order by ends_at desc, id",
  code: "select code from documents where revoked_at is null and superseded_by_id is null order by id desc",
  educator: "select :educator",
  registration: "select id from registrations where person_id = :educator and status = 'attended' order by id",
  claim: "select id from claims where person_id = :educator order by id",
  posted: "select claim_id from credits where claim_id is not null order by id desc",
  mine: `select offering_id from grants where person_id = :facilitator and role = 'facilitator' and revoked_at is null
    order by id`,
  session: `select s.id from sessions s join grants g on g.offering_id = s.offering_id
    where g.person_id = :facilitator order by s.id`,
};

/** Who looks: ids of persons. */
export interface Lookers {
  educator: string;
  facilitator: string;
}

/** The addresses of all pages with the things of a database in them. */
export function fillPaths(client: SqliteDatabase.Database, now: number, lookers: Lookers): PageKind[] {
  const values = new Map<string, string>();
  const given = Object.entries({ now, ...lookers });
  const valueOf = (thing: string): string => {
    const sql = `${THINGS[thing]} limit 1`;
    const named = Object.fromEntries(given.filter(([name]) => sql.includes(`:${name}`)));
    const value = values.get(thing) ?? client.prepare(sql).pluck().get(named);
    if (typeof value !== "string") throw new Error(`There is no ${thing}.`);
    values.set(thing, value);
    return value;
  };
  return PAGES.map(({ who, path }) => ({
    who,
    path: path.replaceAll(/\{(\w+)\}/g, (_, thing: string) => valueOf(thing)),
  }));
}

/** The demo's own, who are there at every size. */
export function findDemoLookers(client: SqliteDatabase.Database): Lookers {
  const find = client.prepare("select person_id from accounts where email like ? || '@%'").pluck();
  return { educator: String(find.get("educator")), facilitator: String(find.get("facilitator")) };
}
