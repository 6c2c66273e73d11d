import { expect, test } from "vitest";
import { isPlainPin, PIN_BLOCK_MS, type PinLock, takePinTry } from "~/attendance/kiosk/pin-lock";

test("the fifth try blocks the next ones for five minutes, and then five more are taken", () => {
  let lock: PinLock = { wrongPins: 0, blockedUntil: null };
  const tryAt = (now: number) => {
    const decided = takePinTry(lock, now);
    if (decided.ok) lock = decided.next;
    return decided.ok ? "taken" : decided.retryAt;
  };
  expect([1, 2, 3, 4].map(tryAt)).toEqual(["taken", "taken", "taken", "taken"]);
  expect(lock).toEqual({ wrongPins: 4, blockedUntil: null });
  expect(tryAt(5)).toBe("taken");
  expect(lock).toEqual({ wrongPins: 0, blockedUntil: 5 + PIN_BLOCK_MS });
  expect(tryAt(4 + PIN_BLOCK_MS)).toBe(5 + PIN_BLOCK_MS);
  expect(tryAt(5 + PIN_BLOCK_MS)).toBe("taken");
  expect(lock).toEqual({ wrongPins: 1, blockedUntil: null });
});

test.each([
  ["1111", true],
  ["1234", true],
  ["567890", true],
  ["4321", true],
  ["1212", false],
  ["4071", false],
  ["12345679", false],
])("%s is a PIN that anybody would try: %s", (pin, expected) => {
  expect(isPlainPin(pin)).toBe(expected);
});
