import { formatDate, formatDateTime, plural } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { EmptyState } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";
import { TOKEN_STATE_TONES, TOKEN_STATE_WORDS } from "./api-token";
import type { TokenRow } from "./api-token.server";

const day = (at: number) => formatDate(at, REGION_TIME_ZONE);

const COLUMNS: Column<TokenRow>[] = [
  {
    key: "name",
    header: "Used by",
    primary: true,
    cell: ({ name, ending }) => (
      <>
        {name} <span className="text-soft">…{ending}</span>
      </>
    ),
  },
  {
    key: "state",
    header: "State",
    cell: ({ state, isEnding, expiresAt, revokedAt }) => (
      <>
        <Status tone={isEnding ? "attention" : TOKEN_STATE_TONES[state]}>
          {isEnding ? "Ends soon: make another" : TOKEN_STATE_WORDS[state]}
        </Status>
        <span className="block text-soft">
          {revokedAt === null ? `${state === "works" ? "until" : "on"} ${day(expiresAt)}` : `on ${day(revokedAt)}`}
        </span>
      </>
    ),
  },
  { key: "scopes", header: "Opens", cell: ({ scopes }) => scopes.join(", ") },
  {
    key: "made",
    header: "Made",
    cell: ({ createdAt, madeBy, hasMakerLeft }) => (
      <>
        {day(createdAt)} by {madeBy}
        {hasMakerLeft ? <span className="block text-soft">who is not in your HR any more</span> : null}
      </>
    ),
  },
  {
    key: "used",
    header: "Last used",
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? "Never" : formatDateTime(lastUsedAt, REGION_TIME_ZONE)),
  },
  {
    key: "acknowledged",
    header: "Taken over",
    cell: ({ scopes, acknowledgedAt, behind }) =>
      !scopes.includes("credits") ? (
        "–"
      ) : (
        <>
          {acknowledgedAt === null ? "Nothing yet" : `On ${formatDateTime(acknowledgedAt, REGION_TIME_ZONE)}`}
          <span className="block text-soft">{behindInWords(behind)}</span>
        </>
      ),
  },
  {
    key: "revoke",
    header: "Revoke",
    bare: true,
    cell: ({ id, name, state }) =>
      state === "revoked" ? null : (
        <ConfirmDialog
          trigger={
            <>
              Revoke<span className="sr-only"> the token of {name}</span>
            </>
          }
          size="sm"
          title={`Revoke the token of ${name}?`}
          confirmLabel="Revoke it"
          intent="revoke-token"
          values={{ tokenId: id }}
        >
          <p>It opens nothing from then on. That cannot be undone; you can make another.</p>
        </ConfirmDialog>
      ),
  },
];

/** More than ninety-nine are not counted. */
function behindInWords(behind: number): string {
  if (behind === 0) return "everything there is";
  return behind > 99 ? "more than 99 events to go" : `${plural(behind, "event")} to go`;
}

/** A district's tokens, with what each may and did; those that open nothing any more stand folded behind the others. */
export function TokenTable({ tokens }: { tokens: TokenRow[] }) {
  const ended = tokens.filter(({ state }) => state !== "works");
  return (
    <>
      <DataTable
        caption="Tokens that work"
        rows={tokens.filter(({ state }) => state === "works")}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={ended.length === 0 ? "There is no token yet" : "No token works"}>
            Make one below, and give it to whoever looks after your payroll or HR system.
          </EmptyState>
        }
        columns={COLUMNS}
      />
      {ended.length === 0 ? null : (
        <details>
          <summary className="link inline-block cursor-pointer py-2.5 font-semibold">
            {plural(ended.length, "token")} that {ended.length === 1 ? "opens" : "open"} nothing any more
          </summary>
          <DataTable
            caption="Tokens that open nothing any more"
            rows={ended}
            rowKey={({ id }) => id}
            empty={null}
            columns={COLUMNS.filter(({ key }) => key !== "revoke")}
          />
        </details>
      )}
    </>
  );
}
