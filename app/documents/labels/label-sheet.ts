/** A sheet of labels on US Letter. Lengths are in points, 72 to the inch; from the top left corner. */
export interface LabelStock {
  /** As the box is marked. */
  name: string;
  columns: number;
  rows: number;
  width: number;
  height: number;
  left: number;
  top: number;
  /** From the edge of one label to the same edge of the next. */
  stepX: number;
  stepY: number;
}

/** The label sheets that name badges are printed on, by their makers' measures. */
export const LABEL_STOCKS = {
  "avery-5395": {
    name: "Avery 5395: 8 to a page, 3 3/8 × 2 1/3 in",
    ...{ columns: 2, rows: 4, width: 243, height: 168, left: 49.5, top: 42, stepX: 270, stepY: 180 },
  },
  "avery-5392": {
    name: "Avery 5392: 6 to a page, 4 × 3 in",
    ...{ columns: 2, rows: 3, width: 288, height: 216, left: 18, top: 72, stepX: 288, stepY: 216 },
  },
} as const satisfies Record<string, LabelStock>;

export const STOCK_NAMES = ["avery-5395", "avery-5392"] as const satisfies readonly (keyof typeof LABEL_STOCKS)[];

/** The most labels that a sheet has, of all stocks. */
export const MOST_LABELS = 8;

export const labelsOn = ({ columns, rows }: LabelStock): number => columns * rows;

/** What an address asks for: which labels, and the first of them that is free. What it does not say well is the first. */
export function readSheet(asked: URLSearchParams): { stock: keyof typeof LABEL_STOCKS; startAt: number } {
  const stock = STOCK_NAMES.find((name) => name === asked.get("stock")) ?? STOCK_NAMES[0];
  const startAt = Number(asked.get("start"));
  const isOnSheet = Number.isInteger(startAt) && startAt >= 1 && startAt <= labelsOn(LABEL_STOCKS[stock]);
  return { stock, startAt: isOnSheet ? startAt : 1 };
}

/** A rectangle on a page, points from its top left corner. */
export interface Box {
  /** From 0. */
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Where so many labels stand, row by row, from left to right.
 * @param startAt the first label of the first sheet that is still there, from 1: sheets that were begun are used up
 */
export function placeLabels(stock: LabelStock, count: number, startAt = 1): Box[] {
  const each = labelsOn(stock);
  return Array.from({ length: count }, (_, index) => {
    const place = index + startAt - 1;
    const onPage = place % each;
    return {
      page: Math.floor(place / each),
      x: stock.left + (onPage % stock.columns) * stock.stepX,
      y: stock.top + Math.floor(onPage / stock.columns) * stock.stepY,
      width: stock.width,
      height: stock.height,
    };
  });
}

/** The size of a card for a wallet, as of a bank: 3.375 by 2.125 inches. */
export const WALLET = { width: 243, height: 153 } as const;
