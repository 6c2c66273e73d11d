import { sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";

// For lists that join a credit's offering and its course where it has them; hours of an award have neither.

/** What was posted of a credit's course and number. */
export const postedTitle = sql<string>`json_extract(${credits.snapshot}, '$.course.title')`;
export const postedNumber = sql<string | null>`json_extract(${credits.snapshot}, '$.offering.inServiceNumber')`;

/** What a credit's course is called now; of an award, what was posted. */
export const creditTitle = sql<string>`coalesce(${courses.title}, ${postedTitle})`;

/** The in-service number of a credit. */
export const creditNumber = sql<string | null>`coalesce(${offerings.inServiceNumber}, ${postedNumber})`;
