import { expect, test } from "vitest";
import { loadKnownPasswords } from "~/people/accounts/known-passwords.server";
import { hashNewPassword, hashPassword, isRightPassword } from "~/people/accounts/password.server";
import type { PASSWORD_REFUSALS } from "~/people/accounts/password-rule";
import { judgePassword } from "~/people/accounts/password-rule";
import { hash } from "@node-rs/argon2";

const ABOUT = ["maria.jose@district.example", "María José", "Peña-Example"];
const known = await loadKnownPasswords();

test.each<[string, keyof typeof PASSWORD_REFUSALS | null]>([
  // Length, in characters
  ["eleven char", "password-short"],
  ["twelve chars", null],
  ["😀".repeat(6), "password-short"],
  ["x".repeat(201), "password-long"],
  ["a few words in a row ".repeat(10), "password-long"],
  // No rule of shapes
  ["correct horse battery staple", null],
  ["nothing but lower case", null],
  ["                    spaces count", null],
  ["ትግስት በቀለ እንደምን", null],
  // One character, also with spaces
  ["aaaaaaaaaaaa", "password-one-character"],
  ["😀".repeat(12), "password-one-character"],
  ["            ", "password-one-character"],
  ["ａａａａａａａaaaaa", "password-one-character"],
  // Plain runs, up, down and again
  ["123456789012", "password-run"],
  ["abcdefghijkl", "password-run"],
  ["ABCDEFGHIJKLMNOP", "password-run"],
  ["987654321098", "password-run"],
  ["lkjihgfedcba", "password-run"],
  ["123123123123", "password-run"],
  ["121212121212", "password-run"],
  // Common ones, in any case, again, and with a run behind
  ["administrator", "password-common"],
  ["QWERTY123456", "password-common"],
  ["passwordpassword", "password-common"],
  ["Password Password", "password-common"],
  ["letmeinletmeinletmein", "password-common"],
  ["password1234", "password-common"],
  ["qwertyqwerty", "password-common"],
  ["passwords are a plague", null],
  // About the person or the site
  ["maria.jose@district.example", "password-personal"],
  ["Maria.Jose@District.Example1", "password-personal"],
  ["maria.josemaria.jose", "password-personal"],
  ["María José Peña", "password-personal"],
  ["PeñaPeñaPeña", "password-personal"],
  ["hourbookhourbook", "password-personal"],
  ["hourbook2026", "password-personal"],
  ["Hourbook maria", "password-personal"],
  ["maria jose teaches at noon", null],
  ["hourbook is a fine thing", null],
  ["483920175836", null],
])("%j: %j", (password, refusal) => {
  expect(judgePassword(password, ABOUT, (text) => known.has(text))).toBe(refusal);
});

test("a name of two letters does not make a password personal", () => {
  expect(judgePassword("lolololololx", ["Lo", "Li"], () => false)).toBeNull();
});

test("the same characters composed in another way are the same password", async () => {
  const composed = "caf\u00e9 au lait \ufb01ne";
  const typed = "cafe\u0301 au lait fine";
  expect(await isRightPassword(await hashPassword(composed), typed)).toBe(true);
  expect(await isRightPassword(await hashPassword(composed), "cafe au lait fine")).toBe(false);
});

test("a password that an earlier version hashed as it was typed is still right", async () => {
  const typed = "cafe\u0301 au lait fine";
  expect(await isRightPassword(await hash(typed), typed)).toBe(true);
});

test("a new password is judged with the list on board", async () => {
  expect(await hashNewPassword("unbelievable", [])).toMatchObject({ reason: "password-common" });
  expect(await hashNewPassword("several words in a row", [null])).toMatchObject({ ok: true });
});
