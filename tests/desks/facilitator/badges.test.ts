import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { readPass } from "~/attendance/scan/check-in-pass";
import { listBadges, makeBadges } from "~/desks/facilitator/badges.server";
import { renderBadges } from "~/documents/labels/label-pdf.server";
import { shortCodeOf } from "~/registration/passes/short-code";
import { makeRoster } from "../../support/attendance";
import { actingAs } from "../../support/database";
import { registrationsOf } from "../../support/scan/roster-passes";

test("badges show the name that people go by, who teaches, and the pass that is scanned at the door", async () => {
  const all = makeRoster();
  const [ada] = registrationsOf(all);
  all.db.update(persons).set({ preferredName: "Annie" }).where(eq(persons.id, ada!.personId)).run();
  const { badges } = listBadges(all.during(0), all.offering.id);
  expect(badges[0]).toMatchObject({ name: "Fay Cilitator", below: "Instructor", registrationId: null });
  expect(badges.map(({ name }) => name)).toContain("Annie");
  const { labels } = await makeBadges(all.during(0), all.offering.id);
  expect(labels.map(({ pass }) => pass?.code ?? null)).toEqual(
    badges.map(({ registrationId }) => registrationId && shortCodeOf(registrationId)),
  );
  expect(readPass(labels.at(-1)!.pass!.text)).toMatchObject({ is: "pass", pass: { offeringId: all.offering.id } });
  all.db.update(offerings).set({ modality: "online" }).where(eq(offerings.id, all.offering.id)).run();
  const online = await makeBadges(all.during(0), all.offering.id);
  expect(online.labels.every(({ pass }) => pass === null)).toBe(true);
});

test("P2 nobody else sees them", () => {
  const all = makeRoster();
  expect(() => listBadges(actingAs(all.db, all.stranger), all.offering.id)).toThrow();
});

test("a sheet is a PDF with a page for each sheet of labels that is begun", async () => {
  const all = makeRoster({ people: 9 });
  const { labels } = await makeBadges(all.during(0), all.offering.id);
  const pages = { title: "Name badges", author: "Hourbook", madeAt: all.during(0).now };
  const sheet = await renderBadges(pages, labels, { stock: "avery-5395", startAt: 8 });
  expect(sheet.subarray(0, 5).toString()).toBe("%PDF-");
  expect(sheet.toString("latin1").match(/\/Type \/Page\n/g)).toHaveLength(3);
  const long = {
    name: "Maximiliana Featherstonehaugh-Cholmondeley-Worthington of Ravensthorpe",
    lines: [],
    pass: null,
  };
  const again = await renderBadges(pages, [long], { stock: "avery-5392", startAt: 1 });
  expect(again.toString("latin1").match(/\/Type \/Page\n/g)).toHaveLength(1);
});
