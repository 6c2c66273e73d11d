import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { OnceField } from "~/ui/fields/OnceField";
import type { WorkProps } from "./StepWork";

/** Where a link leads, and the button by which people say that they did it: opening it says nothing (R5). */
export function LinkWork({ page }: Pick<WorkProps, "page">) {
  const { step, isOpen, standing, doneByMe } = page;
  return (
    <div className="grid gap-4">
      {step.link && standing !== "not-yet" ? (
        <p>
          <a
            href={step.link}
            target="_blank"
            rel="noreferrer noopener"
            className="link inline-block py-2 font-semibold"
          >
            Open {step.title}
            <span className="sr-only"> in a new tab</span>
          </a>
          <span className="block text-[0.9375rem] break-all text-soft">{new URL(step.link).hostname}</span>
        </p>
      ) : null}
      {isOpen && standing !== "done" ? (
        <Form method="post" className="grid justify-items-start gap-2">
          <OnceField />
          <SubmitButton intent="done" pendingLabel="Saving …">
            I have done this
          </SubmitButton>
          <p className="text-[0.9375rem] text-soft">
            Opening the page alone counts nothing: say so here once you did it.
          </p>
        </Form>
      ) : null}
      {isOpen && standing === "done" && doneByMe ? (
        <Form method="post">
          <OnceField />
          <SubmitButton intent="take-back" variant="quiet" size="sm">
            I have not done this yet
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
