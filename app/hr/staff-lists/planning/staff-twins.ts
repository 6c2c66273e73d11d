import { fold } from "~/platform/text/fold";
import { plainId } from "./staff-match";
import type { StaffLine } from "~/hr/staff-lists/reading/staff-line";

type Key = (line: StaffLine) => string | null;

/** What one person alone has. */
const ONE_EACH: readonly [string, Key][] = [
  ["employee ID", ({ employeeId }) => employeeId && plainId(employeeId)],
  ["certificate number", ({ certificateNumber }) => certificateNumber],
  ["email address", ({ email }) => email],
];

/** Lines that say the same of two people, or of one twice, by their number, with why none of them is taken. */
export function findTwins(lines: readonly StaffLine[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const [what, key] of ONE_EACH) tell(found, lines, key, (numbers) => `Lines ${numbers} have the same ${what}.`);
  const nameless: Key = ({ first, last, employeeId, email, certificateNumber }) =>
    (employeeId ?? email ?? certificateNumber) ? null : fold(`${last}, ${first}`);
  tell(
    found,
    lines,
    nameless,
    (numbers) => `Lines ${numbers} have the same name, and no number or address by which they could be told apart.`,
  );
  return found;
}

function tell(found: Map<number, string>, lines: readonly StaffLine[], key: Key, words: (numbers: string) => string) {
  const keyed = lines.flatMap((line) => {
    const own = key(line);
    return own === null || own === "" ? [] : [{ own, line: line.line }];
  });
  for (const group of Map.groupBy(keyed, ({ own }) => own).values()) {
    if (group.length < 2) continue;
    const numbers = group.map(({ line }) => line);
    const shown = numbers.length > 4 ? [...numbers.slice(0, 4), `${numbers.length - 4} more`] : numbers;
    const said = words(`${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`);
    for (const number of numbers) if (!found.has(number)) found.set(number, said);
  }
}
