import { expect, test } from "vitest";
import { courseAudiences } from "#drizzle/schema/catalog";
import type { Database } from "~/platform/database/database.server";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { findRenewing, renewsWithHours, searchByFit } from "~/desks/renewal/fitting.server";
import { getWhatIfPage } from "~/desks/renewal/what-if-desk.server";
import { addCertificate } from "~/renewal/certificates/educator-certificate.server";
import { getCertificatePage } from "~/renewal/progress/certificate-page.server";
import { register } from "~/registration/seats/registration.server";
import { loader } from "~/routes/certificate/certificate.what-if";
import { postCreditFor } from "../../support/credits";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { makeCourse, makeOffering, makePerson, type TestPerson } from "../../support/factories";
import { get } from "../../support/request";

const SHORT_OF = "You need 100 more hours by June 30, 2028, 15 of them in equity.";

function renewing(db: Database): TestPerson {
  const person = makePerson(db, { organisation: "Highline" });
  const paper = { kind: "teacher" as const, issuedOn: "2023-07-01", expiresOn: "2028-06-30" };
  done(addCertificate(actingAs(db, person), paper));
  return person;
}

function offer(db: Database, title: string, day: string, equity = 0) {
  const courseId = makeCourse(db, { title });
  db.insert(courseAudiences).values({ courseId, audience: "teacher" }).run();
  return makeOffering(db, {
    courseId,
    sessions: [{ start: `${day}T08:00`, end: `${day}T15:00` }],
    designations: equity > 0 ? [{ designation: "EQUITY", minutes: equity }] : [],
  });
}

test("a seat shows as planned and not as earned, and as earned and not as planned once it is posted", () => {
  const db = useTestDatabase();
  const person = renewing(db);
  const me = actingAs(db, person);
  const { id } = offer(db, "Equity in practice", "2027-03-09", 420);
  done(register(me, { offeringId: id }));
  expect(getCertificatePage(me).progress?.answer).toBe(SHORT_OF);
  expect(getWhatIfPage(me, new URLSearchParams())).toMatchObject({
    seats: [{ title: "Equity in practice", minutes: 420 }],
    found: {
      answer: "You need 93 more hours by June 30, 2028, 8 of them in equity.",
      planned: { TOTAL: 420, EQUITY: 420 },
    },
  });
  postCreditFor(db, person, { day: "2027-04-06", designations: [{ designation: "EQUITY", minutes: 420 }] });
  expect(getWhatIfPage(me, new URLSearchParams())?.seats).toHaveLength(1);
  expect(getCertificatePage(me).progress?.answer).toContain("93 more hours by June 30, 2028, 8 of them in equity");
});

test("what would close the gap comes best first, without what clashes or ends too late", () => {
  const db = useTestDatabase();
  const me = actingAs(db, renewing(db));
  done(register(me, { offeringId: offer(db, "Mine", "2027-03-09").id }));
  offer(db, "Clashes", "2027-03-09", 420);
  offer(db, "Little", "2027-03-10", 60);
  const most = offer(db, "Most", "2027-03-11", 420);
  offer(db, "Too late", "2028-07-03", 420);
  const page = getWhatIfPage(me, new URLSearchParams());
  expect(page?.proposed.map(({ title, words }) => [title, words])).toEqual([
    ["Most", "Would leave 86 more hours, 8 of them in equity."],
    ["Little", "Would leave 86 more hours, 14 of them in equity."],
  ]);
  const filters = "audience=teacher&from=2026-10-05&to=2028-06-30&open=1&fits=1&order=gap";
  expect(page?.catalog).toEqual([
    { code: "EQUITY", href: `/catalog?designation=EQUITY&${filters}` },
    { code: null, href: `/catalog?${filters}` },
  ]);
  const online = getWhatIfPage(me, new URLSearchParams({ modality: "online" }));
  expect(online?.proposed).toEqual([]);
  expect(online?.catalog[0]?.href).toContain("audience=teacher&modality=online&");
  const tried = getWhatIfPage(me, new URLSearchParams({ try: most.id }));
  expect(tried).toMatchObject({ tried: [{ title: "Most" }], found: { planned: { EQUITY: 420 } } });
  expect(tried?.proposed.map(({ title }) => title)).toEqual(["Little"]);
});

test("the catalog in the order of the gap: what closes most of it first, each with what it would leave, the rest by date", () => {
  const db = useTestDatabase();
  const person = renewing(db);
  const visitor = makePerson(db);
  offer(db, "Too late", "2028-07-03", 420);
  offer(db, "Little", "2027-03-09", 60);
  offer(db, "Most", "2027-03-11", 420);
  const ctx = actingAs(db, person);
  const filters = readCatalogFilters(new URLSearchParams("order=gap"));
  const { entries, total } = searchByFit(ctx, findRenewing(ctx, person.personId)!, filters, 1);
  expect(total).toBe(entries.length);
  const words = entries.filter(({ title }) => ["Most", "Little", "Too late"].includes(title));
  expect(words.map(({ title, effect }) => [title, effect])).toEqual([
    ["Most", "Would leave 93 more hours, 8 of them in equity."],
    ["Little", "Would leave 93 more hours, 14 of them in equity."],
    ["Too late", null],
  ]);
  expect([person, visitor].map(({ personId }) => renewsWithHours(db, personId))).toEqual([true, false]);
  expect(findRenewing(ctx, visitor.personId)).toBeNull();
});

test("what the address tries that is over, unknown or a seat already changes nothing", () => {
  const db = useTestDatabase();
  const me = actingAs(db, renewing(db));
  const mine = offer(db, "Mine", "2027-03-09");
  done(register(me, { offeringId: mine.id }));
  const over = offer(db, "Over", "2026-09-01", 420);
  const search = new URLSearchParams([mine.id, over.id, "nothing", mine.id].map((id) => ["try", id]));
  expect(getWhatIfPage(me, search)).toMatchObject({ tried: [], found: { planned: { TOTAL: 420, EQUITY: 0 } } });
});

test("without a certificate there is nothing to try", async () => {
  const db = useTestDatabase();
  const person = makePerson(db);
  expect(getWhatIfPage(actingAs(db, person), new URLSearchParams())).toBeNull();
  const request = await get(db, "/certificate/what-if", person);
  expect((await loader({ request, params: {}, context: {} })).data).toEqual({ page: null });
});

test("no more than twenty are tried at once, and the page says when that is reached", () => {
  const db = useTestDatabase();
  const me = actingAs(db, renewing(db));
  const ids = Array.from({ length: 21 }, (_, each) => offer(db, `Course ${each}`, `2027-04-${10 + (each % 20)}`).id);
  const tried = (some: string[]) => {
    const page = getWhatIfPage(me, new URLSearchParams(some.map((id) => ["try", id])));
    return [page?.tried.length, page?.mostTried];
  };
  expect(tried(ids.slice(0, 19))).toEqual([19, null]);
  // The same twice is one.
  expect(tried([...ids.slice(0, 19), ids[0]!])).toEqual([19, null]);
  expect(tried(ids.slice(0, 20))).toEqual([20, 20]);
  expect(tried(ids)).toEqual([20, 20]);
});
