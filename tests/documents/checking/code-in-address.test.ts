import { expect, test } from "vitest";
import { codeInAddress } from "~/documents/checking/code-in-address";

test.each([
  ["https://hourbook.example/verify/K7M2Q-X4T9W-PDH3R-AC6NY", "K7M2Q-X4T9W-PDH3R-AC6NY"],
  ["http://localhost:3000/verify/k7m2qx4t9wpdh3rac6ny/", "K7M2Q-X4T9W-PDH3R-AC6NY"],
  [" https://hourbook.example/verify/K7M2Q-X4T9W\n", "K7M2Q-X4T9W"],
  ["https://hourbook.example/catalog", null],
  ["https://hourbook.example/verify/", null],
  ["https://hourbook.example/verify/K7M2Q", null],
  [`https://hourbook.example/verify/${"A".repeat(61)}`, null],
  ["https://hourbook.example/verify/K7M2Q-X4T9W-PDH3R-AC6NY/more", null],
  ["https://hourbook.example/verify/K7M2Q-X4T9W?utm_source=mail#lines", "K7M2Q-X4T9W"],
  ["hourbook.example/verify/K7M2Q-X4T9W", "K7M2Q-X4T9W"],
  ["<https://hourbook.example/verify/K7M2Q-X4T9W>.", "K7M2Q-X4T9W"],
  ["Verify at https://hourbook.example/verify/K7M2Q-X4T9W.", "K7M2Q-X4T9W"],
  ["https://hourbook.example/awards/K7M2Q-X4T9W", "K7M2Q-X4T9W"],
  ["https://hourbook.example/verify/----------", null],
  ["javascript:alert(1)//verify/", null],
  ["K7M2Q-X4T9W-PDH3R-AC6NY", null],
  ["", null],
])("what holds %j leads to %s", (text, code) => {
  expect(codeInAddress(text)).toBe(code);
});
