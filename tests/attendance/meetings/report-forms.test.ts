import { expect, test } from "vitest";
import { findForm } from "~/attendance/meetings/report-forms";

test.each([",", "\t", ";"])("cells are parted by %j", (delimiter) => {
  const text = [
    ["Name", "Join time", "Leave time"],
    ["Ana", "x", "y"],
  ]
    .map((cells) => cells.join(delimiter))
    .join("\n");
  expect(findForm(text)).toMatchObject({ from: "zoom", rows: [{ line: 2, cells: ["Ana", "x", "y"] }] });
});
