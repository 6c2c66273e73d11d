import { expect, test } from "vitest";
import { withSafePassword } from "~/platform/mail/mail-url";

test.each([
  ["smtp://user:secret@mail.example.org", "smtp://user:secret@mail.example.org?requireTLS=true"],
  [
    "smtp://user:secret@mail.example.org:587?tls.rejectUnauthorized=false",
    "smtp://user:secret@mail.example.org:587?tls.rejectUnauthorized=false&requireTLS=true",
  ],
])("%s demands STARTTLS", (address, expected) => {
  expect(withSafePassword(address)).toBe(expected);
});

test.each([
  "smtp://mail.example.org",
  "smtps://user:secret@mail.example.org",
  "smtp://user:secret@mail.example.org?requireTLS=false",
  "smtp://user:secret@mail.example.org?ignoreTLS=true",
])("%s stays as it is", (address) => {
  expect(withSafePassword(address)).toBe(address);
});
