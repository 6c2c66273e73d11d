import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { COURSES } from "../courses/all";
import { schoolDay } from "../school-days";
import type { DemoCatalog } from "./offerings";
import type { DemoParticipation } from "./participation";
import type { DemoPeople } from "./people";

/** The file that lies beside the demo's database, to be uploaded. */
export const REPORT_FILE = "demo-attendance-report.csv";

/**
 * An evening online two school days ago whose attendance nobody has taken, and the report of it as Zoom would write it: people
 * by address and by name, one who dropped out and came back, one who was late, a telephone, a device, and two who never came.
 */
export function insertOnlineEvening(
  catalog: DemoCatalog,
  participation: DemoParticipation,
  people: DemoPeople,
  now: number,
): string {
  const course = COURSES.find(({ modality, sessions }) => modality === "online" && sessions.count === 1);
  if (!course) throw new Error("The demo needs an online course of one evening.");
  const facilitator = people.account("facilitator");
  const date = schoolDay(addDays(dateOf(now, REGION_TIME_ZONE), -2), -1);
  const offering = catalog.publishOn(course, [date], { facilitator });
  const [para, late, byName, onPhone, ...others] = participation.fill(offering, [people.account("paraeducator")], 10);
  if (!para || !late || !byName || !onPhone) throw new Error("The demo needs four people online.");
  const start = minuteOf(course.sessions.startTime);
  const length = minuteOf(course.sessions.endTime) - start;
  const joined = (name: string, email: string, from: number, to: number) =>
    [quoted(name), email, moment(date, start + from), moment(date, start + to), to - from, "No"].join(",");
  return [
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,",
    `931 2045 7788,${quoted(course.title)},${moment(date, start - 12)},${moment(date, start + length + 6)},${facilitator.email},${length + 18},9,`,
    "",
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest",
    joined(facilitator.name, facilitator.email, -12, length + 6),
    joined(para.name, para.email, -2, 38),
    joined(para.name, para.email, 44, length + 1),
    joined(late.name, late.email, 21, length),
    joined(byName.name.split(" ").reverse().join(", "), "", -1, length + 2),
    joined("12065550143", "", 0, length),
    joined("iPad of room 214", "", 3, length),
    ...others.slice(0, -2).map(({ name, email }) => joined(name, email, -3, length + 1)),
    "",
  ].join("\r\n");
}

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const two = (value: number) => String(value).padStart(2, "0");

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
}

/** A minute of a day as Zoom writes it: 01/05/2027 05:04:00 PM. */
function moment(date: string, minute: number): string {
  const [year, month, day] = date.split("-");
  const hour = Math.floor(minute / 60);
  return `${month}/${day}/${year} ${two(hour % 12 || 12)}:${two(minute % 60)}:00 ${hour < 12 ? "AM" : "PM"}`;
}
