import { formatMoney } from "~/platform/format";

/** The price of a seat in words. */
export function priceInWords(priceCents: number): string {
  return priceCents === 0 ? "No charge" : formatMoney(priceCents);
}
