import { beforeAll, expect, test } from "vitest";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { declineCorrection } from "~/credits/corrections/correction.server";
import { requestCorrection, withdrawCorrection } from "~/credits/corrections/correction-request.server";
import { postClaims, returnClaim } from "~/credits/ledger/posting.server";
import { correctPostedCredit } from "~/desks/registrar/correct-credit.server";
import { TEST_NOW } from "../support/clock";
import { actingAs } from "../support/database";
import { digestOf } from "./access/visit";
import { makeWorld, type World } from "./access/world";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const registrar = ({ db, cast }: World) =>
  actingAs(db, cast.staff["registrar birch"], { now: TEST_NOW, scopeIds: [cast.providers.birch] });

const learner = ({ db, cast }: World) => actingAs(db, cast.learners.dogwood, { now: TEST_NOW });

const PAYMENT = { kind: "cheque", amountCents: 2100, reference: "1042", receivedOn: "2026-10-01" } as const;

// Commands whose pages ask first whose row it is. They ask again themselves, so that another page may call them.
test.each<[string, (world: World, claimId: string) => unknown, string]>([
  ["posts", (all, id) => postClaims(registrar(all), [id]), "claim.ready"],
  ["returns", (all, id) => returnClaim(registrar(all), { claimId: id, reason: "Once more" }), "claim.ready"],
  ["takes money for", (all, id) => recordPayment(registrar(all), { claimId: id, ...PAYMENT }), "claim.billable"],
  [
    "corrects",
    (all, id) => correctPostedCredit(registrar(all), { claimId: id, minutes: 60, reason: "Misread" }),
    "claim.posted",
  ],
  [
    "declines a request about",
    (all, id) =>
      declineCorrection(registrar(all), { claimId: id, requestId: all.ids.ash.request!, answer: "It stays." }),
    "claim.posted",
  ],
])("P2 no registrar of another provider %s a claim", (_what, command, name) => {
  const before = digestOf(world.db);
  expect(command(world, world.ids.ash[name]!)).toMatchObject({ ok: false, reason: "unknown-claim" });
  expect(digestOf(world.db)).toBe(before);
});

test("P2 nobody asks for a correction of somebody else's hours, or takes such a request back", () => {
  const claimId = world.ids.ash["claim.posted"]!;
  const before = digestOf(world.db);
  const asked = requestCorrection(learner(world), { claimId, minutes: 60, reason: "They left early." });
  expect(asked).toMatchObject({ ok: false, reason: "unknown-claim" });
  expect(withdrawCorrection(learner(world), claimId)).toMatchObject({ ok: false, reason: "unknown-request" });
  expect(digestOf(world.db)).toBe(before);
});
