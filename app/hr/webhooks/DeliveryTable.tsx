import { Form } from "@remix-run/react";
import { formatDateTime, plural } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { DeliveryRow } from "./delivery-log.server";
import { DELIVERY_STATE_TONES, DELIVERY_STATE_WORDS } from "./webhook";

const when = (at: number) => formatDateTime(at, REGION_TIME_ZONE);

/** The messages to an endpoint, with what came back. */
export const DeliveryTable = ({ deliveries, isAll }: { deliveries: DeliveryRow[]; isAll: boolean }) => (
  <DataTable
    caption="Messages"
    rows={deliveries}
    rowKey={({ id }) => id}
    empty={<p className="text-soft">{isAll ? "Nothing has been sent yet." : "No message is in this state."}</p>}
    columns={[
      {
        key: "message",
        header: "Message",
        primary: true,
        cell: ({ type, createdAt }) => (
          <>
            {type} <span className="block font-normal text-soft">{when(createdAt)}</span>
          </>
        ),
      },
      {
        key: "state",
        header: "State",
        cell: ({ state, nextAttemptAt, attempts }) => (
          <>
            <Status tone={DELIVERY_STATE_TONES[state]}>{DELIVERY_STATE_WORDS[state]}</Status>
            <span className="block text-soft">
              {plural(attempts, "attempt")}
              {nextAttemptAt === null || attempts === 0 ? "" : `, the next ${when(nextAttemptAt)}`}
            </span>
          </>
        ),
      },
      {
        key: "answer",
        header: "What came back",
        cell: ({ status, answer, lastAttemptAt }) =>
          lastAttemptAt === null ? (
            "–"
          ) : (
            <>
              {status === null ? null : <span className="block">Status {status}</span>}
              {answer ? <span className="block text-soft wrap-anywhere">{answer}</span> : null}
            </>
          ),
      },
      {
        key: "again",
        header: "Again",
        bare: true,
        cell: ({ id, type, state }) =>
          state === "waiting" ? null : (
            <Form method="post" preventScrollReset>
              <OnceField />
              <Hidden name="deliveryId" value={id} />
              <SubmitButton intent="send-again" variant="secondary" size="sm">
                Send again<span className="sr-only"> the message {type}</span>
              </SubmitButton>
            </Form>
          ),
      },
    ]}
  />
);
