import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, lazy, Suspense, useContext, useRef, useState } from "react";
import { Button } from "~/ui/Button";
import { forgetTyped } from "~/ui/keeping/KeptForms";
import { FindLeaving, type Leaving, NOTHING_KEPT, type Unsent } from "./unsent";

const Modal = lazy(() => import("~/ui/Modal"));

/**
 * The way out, which tells the server of the device whose rosters go with it. Where marks wait on it, it asks first: they are never
 * destroyed unasked.
 */
export function SignOut({ className }: { className: string }) {
  const findLeaving = useContext(FindLeaving);
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [{ device, unsent }, setLeaving] = useState(NOTHING_KEPT);
  const leave = (from: Leaving["device"]) => {
    setLeaving(NOTHING_KEPT);
    forgetTyped();
    submit(from ? { device: from, unsent: 0 } : {}, { method: "post", action: "/sign-out" });
  };
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const found = await findLeaving();
    if (found.unsent) setLeaving(found);
    else leave(found.device);
  };
  return (
    <>
      <Form ref={form} method="post" action="/sign-out" onSubmit={(event) => void ask(event)}>
        <button type="submit" className={className}>
          Sign out
        </button>
      </Form>
      {unsent ? (
        <Suspense fallback={null}>
          <Question
            unsent={unsent}
            returnTo={form}
            onLeave={() => leave(device)}
            onStay={() => setLeaving(NOTHING_KEPT)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

interface QuestionProps {
  unsent: Unsent;
  returnTo: { current: HTMLElement | null };
  onLeave: () => void;
  onStay: () => void;
}

function Question({ unsent, returnTo, onLeave, onStay }: QuestionProps) {
  const [left, setLeft] = useState(unsent.count);
  const [isCut, setIsCut] = useState(false);
  const marks = left === 1 ? "1 mark" : `${left} marks`;
  const sendFirst = async () => {
    const rest = await unsent.send();
    setLeft(rest);
    if (rest === 0) onLeave();
    else setIsCut(true);
  };
  const throwAway = async () => {
    await unsent.throwAway();
    onLeave();
  };
  return (
    <Modal
      title={`${marks} from the door ${left === 1 ? "is" : "are"} not sent yet`}
      onClose={onStay}
      returnTo={returnTo}
    >
      {(close) => (
        <>
          <p>They wait on this device, made without a network. Signing out takes the rosters off it.</p>
          {isCut ? (
            <p role="alert" className="font-semibold text-attention">
              {marks} could not be sent now. Stay, and try again when there is a network.
            </p>
          ) : null}
          <div className="flex flex-wrap justify-end gap-3 max-sm:[&>*]:w-full">
            <Button variant="danger" onClick={() => void throwAway()}>
              Throw away {marks}
            </Button>
            <Button variant="secondary" onClick={close}>
              Stay
            </Button>
            <Button onClick={() => void sendFirst()}>Send first</Button>
          </div>
        </>
      )}
    </Modal>
  );
}
