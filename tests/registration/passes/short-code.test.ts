import { expect, test } from "vitest";
import { newId } from "~/platform/ids";
import { hasDoor, readShortCode, shortCodeOf } from "~/registration/passes/short-code";
import { REGISTRATION } from "../../support/scan/passes";

test("the short code is the random end of the registration's id, and is read as people type it", () => {
  expect(shortCodeOf(REGISTRATION)).toBe("4D2P-F2DB");
  for (const typed of ["4D2P-F2DB", "4d2pf2db", " 4d2p f2db ", "4D2P-F2D8".replace("8", "b")]) {
    expect(readShortCode(typed)).toBe("4D2P-F2DB");
  }
  expect(readShortCode("OIL0-0000")).toBe("0110-0000");
  for (const typed of ["", "4D2P", "4D2P-F2DBX", "Ulrichs!", "ÄÖÜ4-D2PF"]) expect(readShortCode(typed)).toBeNull();
  const codes = new Set(Array.from({ length: 2000 }, () => shortCodeOf(newId())));
  expect(codes.size).toBe(2000);
});

test("a pass is for a door: nobody needs one who takes part online alone", () => {
  expect((["in-person", "hybrid", "online"] as const).map((modality) => hasDoor({ modality }))).toEqual([
    true,
    true,
    false,
  ]);
});
