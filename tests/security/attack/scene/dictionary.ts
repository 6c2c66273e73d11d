import type { Chance } from "#seed/demo/chance";

/** Script in every dress in which it might be taken for a page's own. */
export const SCRIPTS: readonly string[] = [
  '"><img src=x onerror=window.hacked=1>',
  "'><svg onload=window.hacked=1>",
  "<script>window.hacked=1</script>",
  "</script><script>window.hacked=1</script>",
  "</title></textarea><script>window.hacked=1</script>",
  "javascript:window.hacked=1",
  "<!--<img src=x onerror=window.hacked=1>-->",
  "{{constructor.constructor('window.hacked=1')()}}",
  '<a href="javascript:window.hacked=1">x</a>',
  "<style>*{background:url(javascript:window.hacked=1)}</style>",
];

/** Values that no form expects, and some that many do. */
export const VALUES: readonly string[] = [
  "",
  " ",
  "x",
  "on",
  "0",
  "-1",
  "1e309",
  "NaN",
  "Infinity",
  "9007199254740993",
  "-9223372036854775809",
  "0x10",
  "1.7976931348623157e+308",
  "2026-02-30",
  "0000-00-00",
  "9999-12-31",
  "+275760-09-13",
  "2026-13-01T25:61",
  "24:00",
  "00:00",
  "23:59",
  "a".repeat(10_000),
  "🧑🏽‍🏫".repeat(50),
  "\u202Eevil\u202C שלום",
  "a\u0000b",
  "a\r\nSet-Cookie: hacked=1",
  "\uFFFD\uFEFF\u2028\u2029",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
  "' OR 1=1 --",
  "'; DROP TABLE persons; --",
  "%' UNION SELECT * FROM accounts --",
  '" NEAR "',
  "*",
  "../../../../etc/passwd",
  "..%2f..%2fdata",
  "C:\\Windows\\win.ini",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "true",
  "[object Object]",
  "[]",
  "{}",
  '{"$gt":""}',
  "=HYPERLINK(1)",
  "educator@demo.hourbook.example",
  "nobody@example.org",
  "https://example.org/",
  "//evil.example",
  "0190a5e2-7a1f-7000-8000-000000000001",
  "America/Los_Angeles",
  "Mars/Olympus",
  ...SCRIPTS,
];

/** Percent-encoded bytes that are no text. */
const BROKEN = ["%ED%A0%80", "%ED%BF%BF", "%FF%FE", "%C0%AF", "%00", "%", "%zz", "%u0041"];

/** Names that no form has, and those that objects have of themselves. */
export const NAMES: readonly string[] = [
  "email[100000000]",
  "intent[100000000]",
  "a[0][0][0][0]",
  "__intent__",
  "__proto__",
  "__proto__[polluted]",
  "__proto__.polluted",
  "constructor",
  "constructor.prototype.polluted",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "",
  ".",
  "[]",
  "[0]",
  "x".repeat(5_000),
  "a.".repeat(500),
  "password",
];

/** One field of a form: its name and its value, the value perhaps percent-encoded already. */
export interface Field {
  name: string;
  value: string;
  raw?: string;
}

/** Fields for a form: most of its own, with values of every kind, sometimes a name that it does not have. */
export function inventFields(
  chance: Chance,
  { names, literals }: { names: readonly string[]; literals: ReadonlyMap<string, readonly string[]> },
  ids: readonly string[],
): Field[] {
  const fields = names
    .filter(() => chance.happens(0.8))
    .map((name): Field => {
      const named = literals.get(name);
      if (named && chance.happens(0.7)) return { name, value: chance.pick(named) };
      if (ids.length > 0 && chance.happens(0.15)) return { name, value: chance.pick(ids) };
      if (chance.happens(0.1)) return { name, value: "", raw: chance.pick(BROKEN) };
      return { name, value: chance.pick(VALUES) };
    });
  if (fields.length > 0 && chance.happens(0.1)) fields.push(chance.pick(fields));
  if (chance.happens(0.25)) fields.push({ name: chance.pick(NAMES), value: chance.pick(VALUES) });
  return fields;
}
