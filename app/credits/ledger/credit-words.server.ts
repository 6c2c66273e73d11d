import { sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";

// For lists that join a credit's offering and its course where it has them; hours of an award have neither.

/** What a credit's course is called now; of an award, what was posted. */
export const creditTitle = sql<string>`coalesce(${courses.title}, json_extract(${credits.snapshot}, '$.course.title'))`;

/** The in-service number of a credit. */
export const creditNumber = sql<
  string | null
>`coalesce(${offerings.inServiceNumber}, json_extract(${credits.snapshot}, '$.offering.inServiceNumber'))`;
