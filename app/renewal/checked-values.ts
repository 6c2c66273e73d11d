import { isPlainDate } from "~/platform/time/plain-date";

/** @throws RangeError that names the field, where the day does not exist */
export function checkDate(field: string, day: string): void {
  if (!isPlainDate(day)) throw new RangeError(`${field}: there is no day ${JSON.stringify(day)}`);
}

/** @throws RangeError that names the field, where the amount is negative or no whole number */
export function checkAmount(field: string, amount: number): void {
  if (!Number.isInteger(amount) || amount < 0) throw new RangeError(`${field}: ${amount} is no whole number from 0 on`);
}
