import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { RadioGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";
import { ReasonField } from "~/attendance/marks/DeviceStamp";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface SelfCheckInFormProps {
  /** How many people wait for an answer. */
  waiting: number;
  confirmed: boolean;
}

/** Asks about the people who checked in by themselves; attendance is confirmed after it is answered. */
export function SelfCheckInForm({ waiting, confirmed }: SelfCheckInFormProps) {
  return (
    <Notice tone="attention" title={`${plural(waiting, "person", "people")} checked in without anybody confirming it`}>
      <Form method="post" className="grid gap-4" preventScrollReset>
        <OnceField />
        <p>Were they there? Their time counts from their check-in, or nothing counts for that session.</p>
        {confirmed ? <ReasonField /> : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton intent="self-here">They were there</SubmitButton>
          <SubmitButton intent="self-not-here" variant="secondary">
            They were not
          </SubmitButton>
        </div>
      </Form>
    </Notice>
  );
}

interface ConfirmFormProps {
  lastResult: LastResult;
  /** How many people were marked in and never out. */
  openEnds: number;
  confirmed: boolean;
}

/** The facilitator's word that the marks are right (T3). */
export function ConfirmForm({ lastResult, openEnds, confirmed }: ConfirmFormProps) {
  const [form, fields] = useServerForm<{ openEnds: string }>({ id: "confirm", lastResult });
  return (
    <FormFrame form={form}>
      {openEnds > 0 ? (
        <RadioGroup
          field={fields.openEnds}
          legend={`${plural(openEnds, "person was", "people were")} marked in and never out`}
          options={[
            {
              value: "stayed",
              label: "They stayed until the end",
              hint: "The session counts from their arrival to its end.",
            },
            { value: "left", label: "I cannot say", hint: "That session counts nothing for them." },
          ]}
          required
        />
      ) : null}
      <div>
        <SubmitButton intent="confirm" pendingLabel="Confirming …">
          {confirmed ? "Confirm again" : "Confirm attendance"}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
