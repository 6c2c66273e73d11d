import { expect, test } from "vitest";
import { wordsOfSection } from "~/documents/drawing/section-words";
import { BADGES, ELSEWHERE } from "../issuing/sample-sections";

test("H8 D3 minutes read as hours and are summed in their column", () => {
  expect(wordsOfSection(ELSEWHERE)).toEqual({
    rows: [
      ["Summer institute, Đại học Sư phạm", "Feb 10, 2027", "5.5"],
      ["Online: reading the river", "Mar 9, 2027", "1.5"],
    ],
    total: ["Total", "", "7"],
  });
  expect(wordsOfSection(BADGES).total).toBeNull();
});
