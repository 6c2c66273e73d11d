import { Form } from "@remix-run/react";
import type { MicrocredentialState } from "~/microcredentials/definitions/definition";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";

interface DefinitionActionsProps {
  id: string;
  title: string;
  state: MicrocredentialState;
  /** Whether a version is being written. */
  isDraft: boolean;
  version: number;
  canPublish: boolean;
}

/** What can be done with a micro-credential as a whole. */
export function DefinitionActions({ id, title, state, isDraft, version, canPublish }: DefinitionActionsProps) {
  return (
    <div className="flex flex-wrap gap-3">
      {isDraft && canPublish ? (
        <ConfirmDialog
          trigger={state === "draft" ? "Publish" : `Publish version ${version}`}
          variant="primary"
          title={`Publish ${title}?`}
          confirmLabel="Publish"
          intent="publish"
        >
          <p>What it says is frozen from then on. Whoever has begun stays on the version with which they began.</p>
        </ConfirmDialog>
      ) : null}
      {isDraft ? null : (
        <Form method="post">
          <SubmitButton intent="new-version" variant="secondary">
            Begin a new version
          </SubmitButton>
        </Form>
      )}
      {isDraft && state !== "draft" ? (
        <ConfirmDialog
          trigger="Throw the new version away"
          title={`Throw version ${version} away?`}
          confirmLabel="Throw it away"
          confirmVariant="danger"
          intent="drop-version"
        >
          <p>What is published stays as it is.</p>
        </ConfirmDialog>
      ) : null}
      {state === "published" ? (
        <ConfirmDialog trigger="Retire" title={`Retire ${title}?`} confirmLabel="Retire it" intent="retire">
          <p>Nobody begins with it any more. Work under way is judged as before, and awards stay.</p>
        </ConfirmDialog>
      ) : null}
      {state === "retired" ? (
        <Form method="post">
          <SubmitButton intent="return" variant="secondary">
            Publish it again
          </SubmitButton>
        </Form>
      ) : null}
      {state === "draft" ? (
        <ConfirmDialog
          trigger="Delete the draft"
          title={`Delete ${title}?`}
          confirmLabel="Delete the draft"
          confirmVariant="danger"
          intent="delete"
        >
          <p>Nobody has seen it. This cannot be undone.</p>
        </ConfirmDialog>
      ) : (
        <LinkButton to={`/microcredentials/${id}`} variant="secondary">
          See its public page
        </LinkButton>
      )}
    </div>
  );
}
