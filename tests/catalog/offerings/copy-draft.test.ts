import { expect, test } from "vitest";
import { copyDraft } from "~/catalog/offerings/copy-draft";
import type { OfferingDraft } from "~/catalog/offerings/offering-draft";

const session = (date: string, id = "s") => ({
  id,
  date,
  startTime: "16:00",
  endTime: "18:00",
  topic: "Number talks",
  place: "",
  link: "",
  pauses: [],
});
const original = (dates: string[], rest: Partial<OfferingDraft> = {}) =>
  ({
    place: "Renton",
    capacity: "30",
    registrationOpens: "",
    registrationCloses: "",
    firstOpens: "",
    sessions: dates.map((date) => session(date)),
    ...rest,
  }) as unknown as OfferingDraft;
const datesOf = ({ draft }: ReturnType<typeof copyDraft>) => draft.sessions.map(({ date }) => date);

test("a copy has the same weekdays and hours, at least four weeks ahead", () => {
  // Tuesdays; four weeks from Monday 2026-10-05 is Monday 2026-11-02.
  const copy = copyDraft(original(["2026-03-10", "2026-03-17"]), "2026-10-05");
  expect(datesOf(copy)).toEqual(["2026-11-03", "2026-11-10"]);
  expect(copy.weeks).toBe(34);
  expect(copy.draft.sessions[0]).toEqual({ ...session("2026-11-03"), id: undefined });
  expect("id" in copy.draft.sessions[0]!).toBe(false);
  expect(copy.draft).toMatchObject({ place: "Renton", capacity: "30" });
});

test("a day exactly four weeks ahead is far enough", () => {
  expect(datesOf(copyDraft(original(["2026-10-05"]), "2026-10-05"))).toEqual(["2026-11-02"]);
});

test("an offering that is still to come is copied to a week later at least", () => {
  expect(datesOf(copyDraft(original(["2027-05-04"]), "2026-10-05"))).toEqual(["2027-05-11"]);
});

test("the registration's times move with it, by the clock on the wall", () => {
  const { draft } = copyDraft(
    original(["2026-10-27"], { registrationOpens: "2026-10-01T08:00", registrationCloses: "2026-10-26T17:00" }),
    "2026-10-05",
  );
  // Across the change of the clocks on 1 November.
  expect([draft.registrationOpens, draft.registrationCloses]).toEqual(["2026-10-08T08:00", "2026-11-02T17:00"]);
});

test("without dates nothing moves", () => {
  const copy = copyDraft(original(["", "soon"]), "2026-10-05");
  expect([copy.weeks, ...datesOf(copy)]).toEqual([0, "", "soon"]);
});
