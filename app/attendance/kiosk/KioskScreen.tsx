import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, buttonLook, LinkButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Page } from "~/ui/frame/Page";
import { KioskCamera } from "./KioskCamera";
import type { KioskAnswer, KioskPerson } from "./kiosk-marks.server";
import { useKioskRest } from "./use-kiosk-rest";
import { Link } from "~/ui/Link";

/** So long what was marked stands, and so long a list of names, seconds. */
const MARKED_FOR = 6;
const LISTED_FOR = 60;

interface ScreenProps {
  title: string;
  when: string;
  nonce: string;
  answer: KioskAnswer | null;
}

/** What people at the door see: one field, whom it found, and what was marked. Its forms load whole pages; see the cookie. */
export function KioskScreen({ title, when, nonce, answer }: ScreenProps) {
  const seconds = answer === null ? null : answer.is === "marked" ? MARKED_FOR : LISTED_FOR;
  useKioskRest(seconds);
  return (
    <Page title={title} lead={when} width="narrow">
      {seconds === null ? null : (
        <noscript>
          <meta httpEquiv="refresh" content={`${seconds};url=/kiosk`} />
        </noscript>
      )}
      {answer?.is === "marked" ? <Marked {...{ answer, nonce }} /> : null}
      {answer?.is === "people" ? <Found people={answer.people} nonce={nonce} /> : null}
      {answer?.is === "refused" ? (
        <div role="alert">
          <Notice tone="attention" title={answer.words} />
        </div>
      ) : null}
      <Find nonce={nonce} isNext={answer !== null && answer.is !== "refused"} />
      <KioskCamera fieldId="typed" />
      <p className="mt-8 text-[0.9375rem]">
        <Link to="/kiosk/leave" reloadDocument className="link inline-block py-1 pointer-coarse:py-3">
          Staff: leave the kiosk
        </Link>
      </p>
    </Page>
  );
}

function Find({ nonce, isNext }: { nonce: string; isNext: boolean }) {
  return (
    <Form method="post" action="/kiosk" reloadDocument autoComplete="off" className="grid gap-3">
      <Hidden name="intent" value="find" />
      <Hidden name="nonce" value={`${nonce}-find`} />
      <label htmlFor="typed" className="text-lg font-semibold">
        {isNext ? "Somebody else: type" : "Type"} at least three letters of your name, or scan your check-in pass
      </label>
      <input
        id="typed"
        name="typed"
        maxLength={400}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a scanner types into it, and so does whoever comes next
        autoFocus
        autoCapitalize="words"
        autoCorrect="off"
        spellCheck={false}
        className="input min-h-14 text-xl"
      />
      <div>
        <Button type="submit" variant={isNext ? "secondary" : "primary"}>
          Find me
        </Button>
      </div>
      <p className="text-soft">Not registered? Ask the facilitator, who can take you in.</p>
    </Form>
  );
}

function Found({ people, nonce }: { people: KioskPerson[]; nonce: string }) {
  return (
    <section aria-labelledby="found" className="grid gap-3">
      <h2 id="found" className="text-xl font-bold">
        Which of them are you?
      </h2>
      <ul className="grid gap-3">
        {people.map((person) => (
          <li
            key={person.personId}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4"
          >
            <span className="text-xl font-semibold">{person.name}</span>
            {person.isTwin ? (
              <span>Two people here have this name. Scan your check-in pass, or ask the facilitator.</span>
            ) : (
              <MarkButton person={person} nonce={nonce} />
            )}
          </li>
        ))}
      </ul>
      <Back>None of them, start over</Back>
    </section>
  );
}

function MarkButton({ person, nonce, isQuiet = false }: { person: KioskPerson; nonce: string; isQuiet?: boolean }) {
  const { personId, name, isIn } = person;
  return (
    <Form method="post" action="/kiosk" reloadDocument>
      <Hidden name="intent" value={isIn ? "out" : "in"} />
      <Hidden name="personId" value={personId} />
      <Hidden name="nonce" value={`${nonce}-${personId.slice(-12)}`} />
      <button type="submit" {...buttonLook({ variant: isQuiet || isIn ? "secondary" : "primary" })}>
        {isIn ? "I am leaving" : "I am here"}
        <span className="sr-only">: {name}</span>
      </button>
    </Form>
  );
}

function Marked({ answer, nonce }: { answer: Extract<KioskAnswer, { is: "marked" }>; nonce: string }) {
  const { title, words, person } = answer;
  return (
    <div role="status" className="grid gap-4">
      <Notice tone={person.isIn ? "good" : "info"} title={<span className="text-2xl">{title}</span>}>
        <p className="text-lg">{words}</p>
      </Notice>
      <div className="flex flex-wrap items-center gap-3">
        {person.isTwin ? null : <MarkButton person={person} nonce={nonce} isQuiet />}
        <Back>Done</Back>
      </div>
    </div>
  );
}

const Back = ({ children }: { children: ReactNode }) => (
  <div>
    <LinkButton to="/kiosk" reloadDocument variant="secondary">
      {children}
    </LinkButton>
  </div>
);

/** What the browser says once its kiosk has ended, or if it never was one. */
export function KioskEnded() {
  return (
    <Page title="This kiosk has ended" width="narrow" lead="Nobody can be marked here now.">
      <p>A facilitator can start one from the roster of a session.</p>
      <p>
        <LinkButton to="/sign-in" reloadDocument>
          Sign in
        </LinkButton>
      </p>
    </Page>
  );
}
