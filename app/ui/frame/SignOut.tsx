import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, lazy, Suspense, useContext, useRef, useState } from "react";
import { Button } from "~/ui/Button";
import { forgetTyped } from "~/ui/keeping/KeptForms";
import { FindUnsent, type Unsent } from "./unsent";

const Modal = lazy(() => import("~/ui/Modal"));

/** The way out. Where marks wait on this device, it asks first: they are never destroyed unasked. */
export function SignOut({ className }: { className: string }) {
  const findUnsent = useContext(FindUnsent);
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const leave = () => {
    setUnsent(null);
    forgetTyped();
    submit(form.current);
  };
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const found = await findUnsent();
    if (found) setUnsent(found);
    else leave();
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
          <Question unsent={unsent} returnTo={form} onLeave={leave} onStay={() => setUnsent(null)} />
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
