import { expect, test } from "vitest";
import {
  canBeClaimed,
  canClaimFollow,
  CLAIM_STATUSES,
  type ClaimStatus,
  isUnderWay,
} from "~/credits/claims/claim-status";

/**
 * T3 read aloud: claim, then evaluation, then fee, then the registrar verifies, then the credit is posted; a gate that
 * does not apply is passed by. Until the registrar takes it up, its author may change it or take it back; until it is posted, it
 * may come back to the person, who claims again, or fall (R6). A
 * waiver that rested on a workplace falls with it. T7: what is posted stays.
 */
const LEGAL: [ClaimStatus, ClaimStatus][] = [
  ["open", "claimed"],
  ["open", "void"],
  ["claimed", "open"],
  ["evaluated", "open"],
  ["settled", "open"],
  ["claimed", "evaluated"],
  ["claimed", "settled"],
  ["claimed", "verified"],
  ["claimed", "returned"],
  ["claimed", "void"],
  ["evaluated", "settled"],
  ["evaluated", "verified"],
  ["evaluated", "returned"],
  ["evaluated", "void"],
  ["settled", "evaluated"],
  ["settled", "verified"],
  ["settled", "returned"],
  ["settled", "void"],
  ["verified", "posted"],
  ["verified", "returned"],
  ["verified", "void"],
  ["returned", "claimed"],
  ["returned", "void"],
];

test("T3 a claim takes these steps and no other", () => {
  const taken = CLAIM_STATUSES.flatMap((from) =>
    CLAIM_STATUSES.filter((to) => canClaimFollow(from, to)).map((to) => [from, to]),
  );
  expect(taken.sort()).toEqual([...LEGAL].sort());
});

test("T3 only what the registrar verified is posted; T7 nothing follows what is posted", () => {
  expect(CLAIM_STATUSES.filter((from) => canClaimFollow(from, "posted"))).toEqual(["verified"]);
  expect(CLAIM_STATUSES.filter((to) => canClaimFollow("posted", to))).toEqual([]);
});

test("T5 its author makes a claim, makes it otherwise or takes it back, until it is verified", () => {
  expect(CLAIM_STATUSES.filter(canBeClaimed)).toEqual(["open", "claimed", "evaluated", "settled", "returned"]);
});

test("hours are under way from the claim until they are posted", () => {
  expect(CLAIM_STATUSES.filter(isUnderWay)).toEqual(["claimed", "evaluated", "settled", "verified"]);
});
