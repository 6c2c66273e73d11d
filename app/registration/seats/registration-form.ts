import { z } from "zod";

const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address like name@example.org."))
  .optional();

/** What the page to register posts. Each answer is a field of its own, named by its question. */
export const registerForm = z.object({
  supervisorEmail: optionalEmail,
  answers: z.record(z.string(), z.string().trim().max(1000, "Use at most 1000 characters.").optional()).default({}),
});

/** Everything that the page of a registration can post. */
export const registrationPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), supervisorEmail: optionalEmail }),
  z.object({ intent: z.literal("decline") }),
  z.object({ intent: z.literal("withdraw") }),
  z.object({ intent: z.literal("confirm") }),
]);

export type RegistrationPageForm = z.infer<typeof registrationPageForm>;

/** What a supervisor's page posts. */
export const approvalForm = z.object({
  intent: z.enum(["approve", "decline"]),
  note: z.string().trim().max(500, "Use at most 500 characters.").optional(),
});

/** What a person can do with their calendar feed. */
export const feedForm = z.object({ intent: z.enum(["renew-feed", "end-feed"]) });
