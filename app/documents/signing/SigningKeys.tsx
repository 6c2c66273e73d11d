import { formatDate } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { SigningPurpose } from "~/platform/signing/signing-purpose";
import { DataTable } from "~/ui/tables/Table";

interface SigningKeyRow {
  id: string;
  createdAt: number;
  retiredAt: number | null;
  /** Whether the secret in the environment opens it. */
  opens: boolean;
}

const WORDS: Record<SigningPurpose, { title: string; what: string }> = {
  documents: { title: "Keys for documents", what: "document" },
  badges: { title: "Keys for badges", what: "badge" },
  passes: { title: "Keys for check-in passes", what: "check-in pass" },
};

interface SigningKeysProps {
  purpose: SigningPurpose;
  keys: SigningKeyRow[];
  timeZone: string;
}

/** A provider's keys for a purpose: the one in use, and the retired ones whose public halves stay published (D5). */
export function SigningKeys({ purpose, keys, timeZone }: SigningKeysProps) {
  const { title, what } = WORDS[purpose];
  const locked = keys.some((key) => key.retiredAt === null && !key.opens);
  return (
    <Section
      title={title}
      description={`Every ${what} is signed with the key in use. A retired key signs no more; what it signed stays valid.`}
    >
      {locked ? (
        <Notice tone="danger" title="The key in use cannot be opened">
          <p>It was sealed with another SIGNING_SECRET. Restore that secret, or give the provider a new key.</p>
        </Notice>
      ) : null}
      <DataTable
        caption={title}
        rows={keys}
        rowKey={(key) => key.id}
        empty={<p>No key yet; one is made with the first {what}.</p>}
        columns={[
          { key: "id", header: "Key", primary: true, cell: (key) => <span className="font-mono">{key.id}</span> },
          { key: "from", header: "In use from", cell: (key) => formatDate(key.createdAt, timeZone) },
          {
            key: "state",
            header: "State",
            cell: (key) =>
              key.retiredAt === null ? (
                <Status tone="good">In use</Status>
              ) : (
                <Status tone="ended">Retired {formatDate(key.retiredAt, timeZone)}</Status>
              ),
          },
        ]}
      />
      <div>
        <ConfirmDialog
          trigger={
            <>
              Give it a new key<span className="sr-only"> for {purpose}</span>
            </>
          }
          title="Sign with a new key from now on?"
          confirmLabel="Make a new key"
          confirmVariant="primary"
          intent="rotate-key"
          values={{ purpose }}
        >
          <p>
            The present key is retired and its public half stays published, so that every {what} it signed can still be
            checked. People who check offline must fetch the published keys again.
          </p>
        </ConfirmDialog>
      </div>
    </Section>
  );
}
