import type { ReactNode } from "react";
import { AskedPeople } from "~/attendance/roster/AskedPeople";
import { plural } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { RadioGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface SelfCheckInFormProps {
  /** Who waits for an answer. */
  waiting: { id: string; name: string }[];
  confirmed: boolean;
  /** The rosters, where each can be answered by themselves. */
  children: ReactNode;
}

/** Asks about the people who checked in by themselves; attendance is confirmed after it is answered. */
export function SelfCheckInForm({ waiting, confirmed, children }: SelfCheckInFormProps) {
  const [count, names] = [waiting.length, waiting.map(({ name }) => name)];
  const them = plural(count, "person", "people");
  return (
    <Notice
      tone="attention"
      title={`${them} checked in without anybody confirming it`}
      action={
        <>
          <AnswerForAll
            {...{ confirmed, names }}
            intent="self-here"
            trigger="They were there"
            title={`Were these ${them} there?`}
          >
            Their time counts from their check-in.
          </AnswerForAll>
          <AnswerForAll
            {...{ confirmed, names }}
            intent="self-not-here"
            trigger="They were not"
            title={`Were these ${them} not there?`}
          >
            Nothing counts for them in that session.
          </AnswerForAll>
        </>
      }
    >
      <p>{names.join("; ")}</p>
      <p>Were they there? Answer for all of them here, or one by one: {children}</p>
    </Notice>
  );
}

interface AnswerForAllProps {
  intent: string;
  trigger: string;
  title: string;
  names: string[];
  confirmed: boolean;
  children: string;
}

function AnswerForAll({ names, confirmed, children, ...words }: AnswerForAllProps) {
  return (
    <ConfirmDialog
      {...words}
      confirmVariant="primary"
      confirmLabel={`${words.trigger}: ${plural(names.length, "person", "people")}`}
      cancelLabel="Not now"
    >
      <p>{children} You can undo this on the roster for ten minutes.</p>
      <AskedPeople names={names} asksReason={confirmed} />
    </ConfirmDialog>
  );
}

interface ConfirmFormProps {
  lastResult: LastResult;
  /** Who was marked in and never out: the key is posted, `about` says when they came. */
  openEnds: { key: string; name: string; about: string }[];
  /** Who is not marked in a session. */
  unmarked: string[];
  people: number;
  confirmed: boolean;
}

/** The facilitator's word that the marks are right (T3): it says of how many, and what holds for whom. */
export function ConfirmForm({ lastResult, openEnds, unmarked, people, confirmed }: ConfirmFormProps) {
  const [form, fields] = useServerForm<{ openEnds: string; stayed: string[] }>({ id: "confirm", lastResult });
  return (
    <FormFrame form={form}>
      {unmarked.length > 0 ? (
        <Notice
          tone="attention"
          title={`${plural(unmarked.length, "person is", "people are")} not marked, and nothing counts for them there`}
        >
          {unmarked.join("; ")}
        </Notice>
      ) : null}
      {openEnds.length > 0 ? (
        <>
          <RadioGroup
            field={fields.openEnds}
            legend={`${plural(openEnds.length, "person was", "people were")} marked in and never out`}
            options={[
              {
                value: "stayed",
                label:
                  openEnds.length === 1 ? "They stayed until the end" : `All ${openEnds.length} stayed until the end`,
                hint: "The session counts from their arrival to its end.",
              },
              ...(openEnds.length > 1
                ? [
                    {
                      value: "some",
                      label: "Those whom I tick stayed",
                      hint: "Nothing counts for the others in that session.",
                    },
                  ]
                : []),
              { value: "left", label: "I cannot say", hint: "That session counts nothing for them." },
            ]}
            required
          />
          <WhoStayed openEnds={openEnds} />
        </>
      ) : null}
      <div>
        <SubmitButton intent="confirm" pendingLabel="Confirming …">
          {confirmed ? "Confirm again" : `Confirm attendance of ${plural(people, "person", "people")}`}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}

function WhoStayed({ openEnds }: Pick<ConfirmFormProps, "openEnds">) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">Who was never marked out</legend>
      {openEnds.map(({ key, name, about }) => (
        <label key={key} className={openEnds.length > 1 ? "choice" : "py-2"}>
          {openEnds.length > 1 ? <input type="checkbox" name="stayed" value={key} /> : null}
          <span>
            {name} <span className="text-soft">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Who questions their attendance: each waits for an answer before they sign for their hours. */
export function QuestionList({ questions }: { questions: { id: string; name: string }[] }) {
  if (questions.length === 0) return null;
  return (
    <Notice
      tone="attention"
      title={`${plural(questions.length, "person questions", "people question")} their attendance, and their claim waits for your answer`}
      action={questions.map(({ id, name }) => (
        <LinkButton key={id} to={`/inbox/${id}`} variant="secondary" size="sm">
          Answer {name}
        </LinkButton>
      ))}
    />
  );
}
