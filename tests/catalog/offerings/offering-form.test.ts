import { expect, test } from "vitest";
import { hoursField, MOST_SESSIONS, offeringForm, offeringPageForm } from "~/catalog/offerings/offering-form";
import { errorsOf } from "../../support/form";

const SESSION = { date: "2027-03-09", startTime: "08:00", endTime: "16:00" };
const OFFERING = {
  intent: "save",
  modality: "in-person",
  place: "Renton",
  capacity: "24",
  price: "45",
  sessions: [SESSION],
};
const saving = (changes: object) => errorsOf(offeringForm, { ...OFFERING, ...changes });

test("an offering is read in minutes, cents and whole numbers", () => {
  const read = offeringForm.parse({
    ...OFFERING,
    price: "$1,250.50",
    waitlistLimit: "0",
    sessions: [{ ...SESSION, pauses: [{ kind: "meal", start: "12:00", end: "13:00" }, { kind: "break" }] }],
    instructors: [{ email: " Fay@Test.Example " }, {}],
    designations: [{ designation: "STEM", hours: "1.5" }, { designation: "EQUITY" }],
  });
  expect(read).toMatchObject({
    capacity: 24,
    waitlistLimit: 0,
    price: 125_050,
    instructors: [{ email: "fay@test.example" }, {}],
    designations: [{ designation: "STEM", hours: 90 }, { designation: "EQUITY" }],
  });
});

test.each([
  ["no seat", { capacity: "0" }, "capacity: Use at least 1."],
  ["half a seat", { capacity: "1.5" }, "capacity: Use a whole number."],
  ["a price of words", { price: "free" }, "price: Enter an amount like 45.00."],
  ["no place", { place: " " }, "place: Enter where it takes place; for an online offering, how it meets."],
  ["a link that runs", { link: "javascript:alert(1)" }, "link: Enter a web address that begins with https://."],
  [
    "an hour that no clock shows",
    { registrationOpens: "2027-03-09T24:00" },
    "registrationOpens: Enter a date and a time.",
  ],
  ["no session", { sessions: [] }, "sessions: Add at least one session."],
  ["61 sessions", { sessions: Array(MOST_SESSIONS + 1).fill(SESSION) }, "sessions: Use at most 60 sessions."],
  ["a day that does not exist", { sessions: [{ ...SESSION, date: "2027-02-29" }] }, "sessions.0.date: Enter the date."],
  ["an odd time", { sessions: [{ ...SESSION, startTime: "8:00" }] }, "sessions.0.startTime: Enter a time like 08:30."],
  [
    "a session without length",
    { sessions: [SESSION, { ...SESSION, endTime: "08:00" }] },
    "sessions.1.endTime: The end must differ from the start.",
  ],
  [
    "half a pause",
    { sessions: [{ ...SESSION, pauses: [{ kind: "meal", start: "12:00" }] }] },
    "sessions.0.pauses.0.end: Enter both the start and the end of the pause.",
  ],
  [
    "an instructor without a name",
    { instructors: [{ qualifications: "Ph.D." }] },
    "instructors.0.name: Enter the instructor's name.",
  ],
  [
    "an address that is none",
    { instructors: [{ email: "fay" }] },
    "instructors.0.email: Enter an email address like name@example.org.",
  ],
  [
    "hours of words",
    { designations: [{ designation: "STEM", hours: "all" }] },
    "designations.0.hours: Enter hours like 5.5.",
  ],
  [
    "a designation twice",
    {
      designations: [
        { designation: "STEM", hours: "1" },
        { designation: "STEM", hours: "2" },
      ],
    },
    "designations: Name each designation once.",
  ],
])("an offering with %s is refused", (_what, changes, error) => {
  expect(saving(changes)).toEqual([error]);
});

const FIRST = "firstFor: Choose for whom registration opens first, and when.";
const LATER = "firstOpens: Say above when registration opens for everyone, later than this.";
const CLOSES = "registrationCloses: Registration has to close after it opens.";
const [DAY_1, DAY_2] = ["2027-02-01T08:00", "2027-02-02T08:00"];

test.each([
  ["no window", {}, []],
  ["one that opens", { registrationOpens: DAY_1 }, []],
  ["one that closes", { registrationCloses: DAY_1 }, []],
  ["one that opens and closes", { registrationOpens: DAY_1, registrationCloses: DAY_2 }, []],
  ["one that closes as it opens", { registrationOpens: DAY_1, registrationCloses: DAY_1 }, [CLOSES]],
  ["one that closes before it opens", { registrationOpens: DAY_2, registrationCloses: DAY_1 }, [CLOSES]],
  ["first for members", { firstFor: "members", firstOpens: DAY_1, registrationOpens: DAY_2 }, []],
  ["first for nobody", { firstOpens: DAY_1, registrationOpens: DAY_2 }, [FIRST]],
  ["first at no time", { firstFor: "host", registrationOpens: DAY_2 }, [FIRST]],
  ["first, and never for everyone", { firstFor: "host", firstOpens: DAY_1 }, [LATER]],
  ["first at the same time", { firstFor: "host", firstOpens: DAY_1, registrationOpens: DAY_1 }, [LATER]],
])("a registration window, %s", (_what, changes, errors) => {
  expect(saving(changes)).toEqual(errors);
});

test("R6 cancelling says why", () => {
  expect(errorsOf(offeringPageForm, { intent: "cancel", reason: " x " })).toEqual(["reason: Say why, in a few words."]);
  expect(errorsOf(offeringPageForm, { intent: "cancel", reason: "Snow" })).toEqual([]);
});

test("H8 hours in a field are whole minutes", () => {
  expect(hoursField.parse("7.25")).toBe(435);
  expect(errorsOf(hoursField, "7:15")).toEqual([": Enter hours like 5.5."]);
});
