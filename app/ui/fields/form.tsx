import { useForm, type FieldMetadata, type FormMetadata, type SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { OnceField } from "./OnceField";
import { useKeptForm } from "~/ui/keeping/use-kept-form";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ComponentProps, type ReactNode } from "react";

/** What a field component needs to know of a form field; conform's metadata fits it. */
export interface FormField {
  id: string;
  name: string;
  key?: string | undefined;
  errorId: string;
  descriptionId: string;
  initialValue?: unknown;
  errors?: string[] | undefined;
}

type Shape = Record<string, unknown>;
type Result = SubmissionResult<string[]>;

/** The fields of a form, by the names of its shape. */
export type FieldsOf<T extends Shape> = { [Key in keyof T]-?: FieldMetadata<T[Key], T> };

interface ServerFormOptions<T extends Shape> {
  /** Needed where one page holds several forms, so that field ids stay apart. */
  id?: string;
  /** What the action answered; values and errors are shown from it. */
  lastResult?: Result | null | undefined;
  defaultValue?: Partial<{ [Key in keyof T]: unknown }> | undefined;
}

/** conform shows an error only at fields it knows to be checked; the server checked them all. */
function asChecked(result: Result): Result {
  const names = Object.keys(result.error ?? {});
  const validated = Object.fromEntries(names.map((name) => [name, true]));
  return { status: "error", ...result, state: { validated: { ...result.state?.validated, ...validated } } };
}

const CLEARED: Result = { initialValue: null };

/** conform's form, validated by the server alone. A success after an error clears what was shown. */
export function useServerForm<T extends Shape>({ id, lastResult, defaultValue }: ServerFormOptions<T>) {
  const [hadResult, setHadResult] = useState(false);
  const result = useMemo(() => {
    if (lastResult?.error) return asChecked(lastResult);
    return lastResult ?? null;
  }, [lastResult]);
  if (result !== null && !hadResult) setHadResult(true);
  const cleared = hadResult && result === null;
  const [form, fields] = useForm<Shape>({
    id,
    lastResult: cleared ? CLEARED : result,
    defaultValue: defaultValue as never,
  });
  return [form as FormMetadata, fields as unknown as FieldsOf<T>] as const;
}

type FormFrameProps = Omit<ComponentProps<typeof Form>, "id" | "children" | "noValidate"> & {
  form: FormMetadata;
  children: ReactNode;
  /** Whether this tab keeps what is typed until it is saved; not where several people use one device. */
  keeps?: boolean;
  /** For a form whose rows the server adds: the intent that answers with the rows as they were typed. */
  putBackIntent?: string;
};

/** The form element with its error summary; posts by default and works without JavaScript. */
export function FormFrame(props: FormFrameProps) {
  const { form, children, className, method = "post", onSubmit, keeps = true, putBackIntent, ...rest } = props;
  const sentRef = useRef(false);
  const element = useRef<HTMLFormElement>(null);
  const kept = useKeptForm({ form: element, id: form.id, keeps: keeps && !rest.reloadDocument, putBackIntent });
  return (
    <Form
      {...rest}
      ref={element}
      onInput={kept.onInput}
      id={form.id}
      method={method}
      noValidate
      className={className ?? "grid gap-6"}
      onSubmit={(event) => {
        sentRef.current = true;
        kept.onSubmit();
        onSubmit?.(event);
      }}
    >
      {kept.restored ? <Restored onStartOver={kept.startOver} /> : null}
      {method === "post" ? <OnceField /> : null}
      <ErrorSummary form={form} sentRef={sentRef} />
      {children}
    </Form>
  );
}

/** Says that a form comes back filled, and how to have it as it was. */
export function Restored({ onStartOver }: { onStartOver: () => void }) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg bg-surface px-4 py-2">
      <p className="min-w-0">What you typed here before is filled in again. It is not saved yet.</p>
      <button type="button" onClick={onStartOver} className="link min-h-11">
        Start over
      </button>
    </div>
  );
}

function fieldAnchor(form: FormMetadata, name: string): string {
  return `${form.id}-${name}`;
}

/** Moves focus to the summary once an answer with errors has arrived, at first load or after a submission. */
function useFocusOnErrors(hasErrors: boolean, sentRef: { current: boolean }) {
  const summary = useRef<HTMLDivElement>(null);
  const idle = useNavigation().state === "idle";
  const first = useRef(true);
  useEffect(() => {
    if (!idle) return;
    if (hasErrors && (sentRef.current || first.current)) summary.current?.focus();
    sentRef.current = false;
    first.current = false;
  }, [idle, hasErrors, sentRef]);
  return summary;
}

function ErrorSummary({ form, sentRef }: { form: FormMetadata; sentRef: { current: boolean } }) {
  const errors = Object.entries(form.allErrors).filter(([, texts]) => texts?.length > 0);
  const summary = useFocusOnErrors(errors.length > 0, sentRef);
  if (errors.length === 0) return null;
  const only = errors.length === 1 && errors[0]?.[0] === "";
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg border border-danger bg-danger-tint p-4 text-ink"
    >
      <CircleAlert aria-hidden size={22} className="mt-0.5 shrink-0 text-danger" />
      <div className="min-w-0">
        {only ? null : <p className="font-semibold">Please check these answers</p>}
        <ul className="grid gap-1 pointer-coarse:gap-0">
          {errors.flatMap(([name, texts]) =>
            texts.map((text) => (
              <li key={`${name} ${text}`} className={only ? "font-semibold" : ""}>
                {name === "" ? text : <ErrorLink target={fieldAnchor(form, name)} name={name} text={text} />}
              </li>
            )),
          )}
        </ul>
      </div>
    </div>
  );
}

const neverChanges = () => () => {};

/** Names the question, once scripts run, where the words do not: "Choose one" may stand for any of them. */
function ErrorLink({ target, name, text }: { target: string; name: string; text: string }) {
  const question = useSyncExternalStore(
    neverChanges,
    () => questionOf(target, name),
    () => null,
  );
  const named = question && !text.toLowerCase().includes(question.toLowerCase()) ? `${question}: ${text}` : text;
  return (
    <a
      href={`#${target}`}
      className="link inline-block py-0.5 text-danger! pointer-coarse:py-2.5"
      onClick={(event) => {
        const field = document.getElementById(target);
        if (!field) return;
        event.preventDefault();
        field.focus();
        field.scrollIntoView({ block: "center" });
      }}
    >
      {named}
    </a>
  );
}

/** A label's words without what is said in passing, such as "(optional)". */
function ownWords(label: Element | null | undefined): string {
  const nodes = [...(label?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".text-soft")),
  );
  return nodes
    .map(({ textContent }) => textContent)
    .join("")
    .trim();
}

/** What a field is called on the page: by its legend where it is a choice, else by its label within its group. */
function questionOf(target: string, name: string): string | null {
  const field = document.getElementById(target) ?? document.getElementsByName(name)[0];
  if (!field) return null;
  const legend = ownWords(field.closest("fieldset")?.querySelector("legend"));
  const isChoice = field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
  if (isChoice && legend) return legend;
  const label = ownWords((field as HTMLInputElement).labels?.[0]);
  return [legend, label].filter(Boolean).join(", ") || null;
}

/** A value that travels with a form unseen. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
