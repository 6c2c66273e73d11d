import { expect, test } from "vitest";
import { nameDevice, type StorageFacts, warnOfStorage } from "~/attendance/door/storage-words";

const WELL: StorageFacts = { works: true, persisted: true, free: 10 ** 9, evicted: false };

test.each<[told: string, facts: Partial<StorageFacts>, words: RegExp | null]>([
  ["all is well", {}, null],
  ["the browser does not say", { persisted: null, free: null }, null],
  ["it keeps nothing, whatever else it says", { works: false, evicted: true }, /keeps nothing/],
  ["there is hardly any room", { free: 1_000 }, /hardly any room/],
  ["it cleared what was kept", { evicted: true }, /has cleared/],
  ["it may clear what is kept", { persisted: false }, /may clear/],
])("before the first mark is said that %s", (_told, facts, words) => {
  const said = warnOfStorage({ ...WELL, ...facts });
  if (words) expect(said).toMatch(words);
  else expect(said).toBeNull();
});

test.each([
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
    "Safari on an iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge on Windows"],
  ["Mozilla/5.0 (X11; CrOS x86_64 15917) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome on a Chromebook"],
  ["curl/8", "A browser on a device"],
])("a device calls itself by browser and system: %s", (userAgent, name) => {
  expect(nameDevice(userAgent)).toBe(name);
});
