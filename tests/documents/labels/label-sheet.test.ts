import { expect, test } from "vitest";
import {
  LABEL_STOCKS,
  labelsOn,
  MOST_LABELS,
  placeLabels,
  readSheet,
  STOCK_NAMES,
  WALLET,
} from "~/documents/labels/label-sheet";

const INCH = 72;
const LETTER = { width: 8.5 * INCH, height: 11 * INCH };

test.each([
  ["avery-5395", 3 + 3 / 8, 2 + 1 / 3, 8],
  ["avery-5392", 4, 3, 6],
] as const)(
  "%s: labels of %f by %f inches, %i to a page, in the middle of it, none upon another",
  (name, width, height, count) => {
    const stock = LABEL_STOCKS[name];
    expect([stock.width / INCH, stock.height / INCH]).toEqual([width, expect.closeTo(height, 5)]);
    expect(labelsOn(stock)).toBe(count);
    const boxes = placeLabels(stock, count);
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    expect([LETTER.width - right, LETTER.height - bottom]).toEqual([stock.left, stock.top]);
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isBeside = Math.abs(one.x - other.x) >= stock.width || Math.abs(one.y - other.y) >= stock.height;
        expect(isBeside).toBe(true);
      }
    }
  },
);

test("labels stand row by row, from the first that is free, and go on on the next sheet", () => {
  const places = placeLabels(LABEL_STOCKS["avery-5395"], 4, 6).map(({ page, x, y }) => [page, x, y]);
  expect(places).toEqual([
    [0, 319.5, 402],
    [0, 49.5, 582],
    [0, 319.5, 582],
    [1, 49.5, 42],
  ]);
  expect(placeLabels(LABEL_STOCKS["avery-5392"], 0)).toEqual([]);
  expect(placeLabels(LABEL_STOCKS["avery-5392"], 13).at(-1)).toMatchObject({ page: 2, x: 18, y: 72 });
});

test("an address asks for a stock and a first label; what it does not say well is the first", () => {
  const read = (asked: string) => readSheet(new URLSearchParams(asked));
  expect(read("stock=avery-5392&start=6")).toEqual({ stock: "avery-5392", startAt: 6 });
  expect(read("stock=avery-5392&start=7")).toEqual({ stock: "avery-5392", startAt: 1 });
  for (const asked of ["", "stock=toString&start=0", "start=x", "start=1.5", "start=9"]) {
    expect(read(asked)).toEqual({ stock: "avery-5395", startAt: 1 });
  }
});

test("a card is as large as one of a bank, and no stock has more labels than are asked for", () => {
  expect([WALLET.width / INCH, WALLET.height / INCH]).toEqual([3.375, 2.125]);
  expect(Math.max(...STOCK_NAMES.map((name) => labelsOn(LABEL_STOCKS[name])))).toBe(MOST_LABELS);
});
