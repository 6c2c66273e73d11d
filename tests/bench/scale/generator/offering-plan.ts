import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { schoolDay, schoolDaysFrom, schoolWeek } from "#seed/school-days";
import type { StateCourse, World } from "./world";

/** An offering as it is planned before anything of it is written. */
export interface OfferingPlan {
  course: StateCourse;
  dates: string[];
  /** How many people register. */
  size: number;
  /** Share of all registrations that come with the offerings after this one: what is kept for some years goes by it. */
  after: number;
  state: "draft" | "published" | "cancelled";
  /** More want a place than there are. */
  isFull: boolean;
}

const PAST_DAYS = 2_400;
const FUTURE_DAYS = 175;
/** Of all offerings, those that are over or under way. */
const PAST = 0.93;
/** How far those that are still to come have filled. */
const FILLED = 0.5;
/** Mean of the sizes that are drawn, in mean sizes. */
const DRAWN = 1.03;

/** All offerings of seven years, the oldest first. */
export function planOfferings(world: World, courses: StateCourse[]): OfferingPlan[] {
  const { chance } = world;
  const count = world.count("offerings", 20);
  const past = Math.round(count * PAST);
  const mean = world.count("registrations", 1_000) / (past + (count - past) * FILLED) / DRAWN;
  const most = Math.floor(world.people.length * 0.6);
  const offered = courses.filter(({ archived }) => !archived);
  const plans = Array.from({ length: count }, (_, index) => {
    const isPast = index < past;
    const offset = isPast
      ? -PAST_DAYS + Math.floor((index / past) * (PAST_DAYS - 2))
      : 3 + Math.floor(((index - past) / (count - past)) * FUTURE_DAYS);
    const course = chance.pick(isPast ? courses : offered);
    const size = mean * (0.25 + 1.5 * chance.next()) * (chance.happens(0.035) ? 3 : 1) * (isPast ? 1 : FILLED);
    return {
      course,
      dates: datesOf(world, course, offset),
      size: Math.min(most, Math.max(6, Math.round(size))),
      ...kindOf(world, isPast),
    };
  });
  let after = plans.reduce((sum, { size }) => sum + size, 0);
  const all = after;
  return plans.map((plan) => ({ ...plan, after: (after -= plan.size) / all }));
}

function kindOf({ chance }: World, isPast: boolean): Pick<OfferingPlan, "state" | "isFull"> {
  if (!isPast && chance.happens(0.06)) return { state: "draft", isFull: false };
  if (chance.happens(0.015)) return { state: "cancelled", isFull: false };
  return { state: "published", isFull: !isPast && chance.happens(0.1) };
}

/** School days on which a course meets as its pattern says, the first so many days from today. */
function datesOf(world: World, { seed }: StateCourse, offset: number): string[] {
  const { count, everyDays } = seed.sessions;
  const day = addDays(dateOf(world.now, REGION_TIME_ZONE), offset);
  const way = offset < 0 ? -1 : 1;
  if (count > 1 && count <= 5 && everyDays < 7) return schoolWeek(day, count, way);
  return schoolDaysFrom(schoolDay(day, way), count, everyDays);
}
