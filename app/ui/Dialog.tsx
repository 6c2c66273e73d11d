import { OnceField } from "~/ui/fields/OnceField";
import { Form, useNavigation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState, type MouseEvent, type ReactNode } from "react";
import { buttonLook, SubmitButton, type ButtonSize, type ButtonVariant } from "./Button";
import { Hidden, Restored } from "~/ui/fields/form";
import { useKeptForm } from "~/ui/keeping/use-kept-form";

const loadModal = () => import("./Modal");
const Modal = lazy(loadModal);

interface ConfirmDialogProps {
  /** The button on the page. */
  trigger: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The question: "Withdraw from Number talks?" */
  title: string;
  /** What happens and what is lost; may hold plain inputs, such as a reason. */
  children?: ReactNode;
  /** The answer that goes ahead, naming what it does: "Withdraw". */
  confirmLabel: string;
  confirmVariant?: "primary" | "danger";
  cancelLabel?: string;
  intent?: string;
  action?: string;
  /** Values posted along unseen. */
  values?: Record<string, string | number>;
}

/** Asks before a change. Opens a dialog; before scripts run, the same form unfolds on the page. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, variant = "secondary", size, title, children, cancelLabel = "Keep it as it is" } = props;
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useCloseWhenSent(open, () => setOpen(false));
  const openDialog = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
  };
  const preload = () => void loadModal();
  return (
    <>
      <details className="contents">
        <summary
          ref={summary}
          aria-haspopup="dialog"
          onClick={openDialog}
          onPointerEnter={preload}
          onFocus={preload}
          {...buttonLook({ variant, size })}
        >
          {trigger}
        </summary>
        {open ? null : (
          <div className="mt-3 grid w-full gap-4 rounded-[0.625rem] border border-line bg-surface p-4">
            <p className="text-lg font-semibold">{title}</p>
            <ConfirmForm {...props}>{children}</ConfirmForm>
          </div>
        )}
      </details>
      {open ? (
        <Suspense fallback={null}>
          <Modal title={title} onClose={() => setOpen(false)} returnTo={summary}>
            {(close) => (
              <ConfirmForm
                {...props}
                cancel={
                  <button type="button" onClick={close} {...buttonLook({ variant: "secondary" })}>
                    {cancelLabel}
                  </button>
                }
              >
                {children}
              </ConfirmForm>
            )}
          </Modal>
        </Suspense>
      ) : null}
    </>
  );
}

function ConfirmForm({ children, cancel, ...props }: ConfirmDialogProps & { cancel?: ReactNode }) {
  const { confirmLabel, confirmVariant = "danger", intent, action, values = {} } = props;
  const element = useRef<HTMLFormElement>(null);
  const id = `question ${JSON.stringify([action, intent, values])}`;
  // Of the two, the one that is answered keeps what is typed.
  const kept = useKeptForm({ form: element, id, keeps: cancel !== undefined, refills: false });
  return (
    <Form
      ref={element}
      method="post"
      action={action}
      onInput={kept.onInput}
      onSubmit={kept.onSubmit}
      className="grid gap-5"
    >
      {kept.restored ? <Restored onStartOver={kept.startOver} /> : null}
      <OnceField />
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <div className="prose">{children}</div>
      <div className="flex flex-wrap justify-end gap-3 max-sm:[&>*]:w-full">
        {cancel}
        <SubmitButton intent={intent} variant={confirmVariant}>
          {confirmLabel}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Closes the dialog once what it sent has been answered. */
function useCloseWhenSent(open: boolean, close: () => void) {
  const { state } = useNavigation();
  const sent = useRef(false);
  useEffect(() => {
    if (open && state === "submitting") sent.current = true;
    if (state === "idle" && sent.current) {
      sent.current = false;
      close();
    }
  });
}
