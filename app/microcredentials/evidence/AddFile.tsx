import { Form } from "@remix-run/react";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import type { EvidencePart } from "~/microcredentials/definitions/definition";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import { KEPT_TYPES_ACCEPT, KEPT_TYPES_WORDS } from "~/platform/files/kept-type";
import { formatBytes } from "~/platform/format";
import { FILE_BYTES } from "~/platform/http/body-limit";
import { Button, SubmitButton } from "~/ui/Button";
import { FileField } from "~/ui/fields/FileField";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";
import { type Sending, shareInWords, wordsOfSending } from "./sending";
import { percentOf, type PendingUpload } from "./upload";
import { useSending } from "./use-sending";

interface AddFileProps {
  portfolioId: string;
  part: EvidencePart;
  /** How many files are there. */
  number: number;
  pending: readonly PendingUpload[];
  /** Bytes of the largest file that is sent in pieces. */
  most: number;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

const never = () => () => {};

/** A file for a part: sent in pieces where scripts run, else as an ordinary form. */
export function AddFile({ portfolioId, part, number, pending, most, lastResult }: AddFileProps) {
  const [form, fields] = useServerForm<{ file: unknown }>({ id: `file-${part.key}-${number}`, lastResult });
  const [round, setRound] = useState(0);
  const inPieces = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const onKept = () => setRound((before) => before + 1);
  const { sending, send, pause, goOn } = useSending({ portfolioId, partKey: part.key, pending, most, onKept });
  const begin = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return;
    event.preventDefault();
    void send(file);
  };
  const isUnderWay = "sent" in sending && sending.step !== "signed-out";
  return (
    <div className="grid gap-3">
      <SendingState sending={sending} onPause={pause} onGoOn={goOn} />
      {isUnderWay ? null : (
        <>
          <Pending pending={pending} />
          {number >= part.most ? null : (
            <FormFrame key={round} form={form} encType="multipart/form-data" className="grid gap-3" onSubmit={begin}>
              <Hidden name="key" value={part.key} />
              <FileField
                field={fields.file}
                label="File"
                hint={`${KEPT_TYPES_WORDS}, at most ${formatBytes(inPieces ? most : FILE_BYTES)}.`}
                accept={KEPT_TYPES_ACCEPT}
                required={part.required && number === 0}
              />
              <div>
                <SubmitButton intent="add-file" variant="secondary">
                  Add the file<span className="sr-only"> to {part.title}</span>
                </SubmitButton>
              </div>
            </FormFrame>
          )}
        </>
      )}
    </div>
  );
}

/** How far a file is, and what is said of it once in a turn. */
function SendingState({ sending, onPause, onGoOn }: { sending: Sending; onPause: () => void; onGoOn: () => void }) {
  const words = wordsOfSending(sending);
  return (
    <>
      {"sent" in sending ? <SentShare {...sending} /> : null}
      <div role="status" className={words === "" ? "sr-only" : "wrap-anywhere"}>
        {sending.step === "refused" ? (
          <Notice tone="attention" title={`${sending.name} was not taken`}>
            <p>{sending.words}</p>
          </Notice>
        ) : (
          words
        )}
      </div>
      {sending.step === "sending" ? (
        <div>
          <Button variant="secondary" onClick={onPause}>
            Pause
          </Button>
        </div>
      ) : null}
      {sending.step === "paused" || sending.step === "cut" ? (
        <div>
          <Button variant="secondary" onClick={onGoOn}>
            Continue
          </Button>
        </div>
      ) : null}
    </>
  );
}

function SentShare({ name, sent, size }: { name: string; sent: number; size: number }) {
  const percent = percentOf(sent, size);
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold wrap-anywhere">{name}</span>
        <span className="text-soft tabular-nums">{shareInWords(sent, size)}</span>
      </div>
      <div
        role="progressbar"
        aria-label={`Sending ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={shareInWords(sent, size)}
        className="h-3 overflow-hidden rounded-full border border-strong bg-sunken"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

/** Files of which a part is there, and those that were refused, with what can be done. */
function Pending({ pending }: { pending: readonly PendingUpload[] }) {
  if (pending.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {pending.map(({ id, name, arrived, size, refusal }) => (
        <li key={id}>
          <Notice
            tone={refusal === null ? "info" : "attention"}
            title={refusal === null ? `Not all of ${name} is here yet` : `${name} was not taken`}
          >
            <p>
              {refusal === null
                ? `${shareInWords(arrived, size)}. Choose the same file again, and only the rest is sent.`
                : PORTFOLIO_REFUSALS[refusal]}
            </p>
            <Form method="post">
              <Hidden name="uploadId" value={id} />
              <SubmitButton intent="drop-upload" variant="quiet" size="sm">
                {refusal === null ? "Forget it" : "All right"}
                <span className="sr-only">: {name}</span>
              </SubmitButton>
            </Form>
          </Notice>
        </li>
      ))}
    </ul>
  );
}
