import { expect, test } from "vitest";
import { z } from "zod";
import { readForm } from "~/platform/http/form.server";
import { NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";

const schema = z.object({
  note: z.string().optional(),
  answers: z.record(z.string(), z.string()).default({}),
  password: z.string().optional(),
  list: z.string().optional(),
  base: z.string().optional(),
});

const post = (values: Record<string, string>) =>
  readForm(
    new Request("http://hourbook.test/", {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { Origin: "http://hourbook.test" },
    }),
    schema,
  );

test.each(["note", "answers.q1"])(
  "P1 a Social Security number is refused in %s, with words at the field",
  async (name) => {
    const form = await post({ [name]: "She gave 123-45-6789" });
    expect(form).toMatchObject({
      ok: false,
      reply: { init: { status: 400 }, data: { result: { error: { [name]: [NEVER_A_SOCIAL_SECURITY_NUMBER] } } } },
    });
  },
);

test.each<Record<string, string>>([
  { note: "Call 206-555-0142 about 2027-03-09" },
  { password: "123-45-6789 ssn 6789" },
  { list: "123-45-6789" },
  { base: '{"note":"123-45-6789"}' },
])("what is none, and what nobody reads as words, is taken: %j", async (values) => {
  expect((await post(values)).ok).toBe(true);
});
