import { and, asc, desc, eq } from "drizzle-orm";
import { courseAudiences, courseDesignations, courses } from "#drizzle/schema/catalog";
import { evaluationForms } from "#drizzle/schema/credits";
import { grants } from "#drizzle/schema/grants";
import { providerApprovals, providerPolicies, providers } from "#drizzle/schema/providers";
import { COURSES } from "#seed/courses/all";
import { approvalYearOf, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { DAY, type Staff, type StateCourse, type StateProvider, type World } from "./world";

const VARIANTS = [
  "in small schools",
  "grades K–2",
  "grades 3–5",
  "middle school",
  "high school",
  "for new staff",
  "lab",
];

/** The providers that the database has, approved for all seven years. */
export function readProviders({ db, rows, now }: World): StateProvider[] {
  const thisYear = approvalYearOf(dateOf(now, REGION_TIME_ZONE));
  return db
    .select()
    .from(providers)
    .orderBy(asc(providers.createdAt), asc(providers.id))
    .all()
    .map((provider) => {
      const known = db.select().from(providerApprovals).where(eq(providerApprovals.providerId, provider.id)).all();
      for (let year = thisYear - 8; year <= thisYear + 1; year++)
        if (!known.some((each) => each.year === year))
          rows.insert(providerApprovals, { providerId: provider.id, year, basis: "Approved automatically" });
      const { id, name, shortName, designeeName, designeeTitle, contactName, contactEmail } = provider;
      const contact = contactEmail ? { name: contactName ?? name, address: contactEmail } : null;
      return { id, name, shortName, designeeName, designeeTitle, contact, ...readRules(db, id) };
    });
}

function readRules(db: World["db"], providerId: string) {
  const mine = eq(providerPolicies.providerId, providerId);
  const policy = db.select().from(providerPolicies).where(mine).orderBy(asc(providerPolicies.fromDate)).get();
  const form = db.select().from(evaluationForms).where(eq(evaluationForms.providerId, providerId)).get();
  if (!policy || !form) throw new Error("A provider needs a policy and a form of evaluation.");
  return { policy: policy.policy, formId: form.id };
}

/** Who acts for the staff. */
export function readStaff({ db }: World): Staff {
  const holder = (role: "coordinator" | "registrar" | "hr") => {
    const grant = db
      .select()
      .from(grants)
      .where(and(eq(grants.role, role)))
      .orderBy(desc(grants.id))
      .get();
    if (!grant) throw new Error(`A state needs a ${role}.`);
    return grant.personId;
  };
  return { coordinator: holder("coordinator"), registrar: holder("registrar"), hr: holder("hr") };
}

/** Courses of seven years: those of the database again and again, for others and in other forms. */
export function insertCourses(world: World, all: StateProvider[]): StateCourse[] {
  const { db, chance, rows, ids } = world;
  const models = db.select().from(courses).orderBy(asc(courses.id)).all();
  const seeds = new Map(COURSES.map((seed) => [seed.title, seed]));
  return Array.from({ length: world.count("courses", 8) }, (_, number) => {
    const model = models[number % models.length]!;
    const seed = seeds.get(model.title) ?? COURSES[number % COURSES.length]!;
    const createdAt = world.now - chance.between(1, 7 * 365) * DAY;
    const id = ids.at(createdAt);
    const title = `${model.title}, ${chance.pick(VARIANTS)} ${Math.floor(number / models.length) + 1}`;
    const archived = number % 5 === 4;
    const state = archived ? "archived" : "published";
    rows.insert(courses, { ...model, id, title, state, createdAt, updatedAt: createdAt });
    const designations = db.select().from(courseDesignations).where(eq(courseDesignations.courseId, model.id)).all();
    for (const row of designations) rows.insert(courseDesignations, { ...row, courseId: id });
    const audiences = db.select().from(courseAudiences).where(eq(courseAudiences.courseId, model.id)).all();
    for (const row of audiences) rows.insert(courseAudiences, { ...row, courseId: id });
    const provider = all.find((each) => each.id === model.providerId)!;
    return { id, title, provider, archived, seed };
  });
}
