import { Link } from "@remix-run/react";
import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { formatPlainDate } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { DataTable } from "~/ui/tables/Table";
import { AWARD_CHANGE_KINDS, type AwardChangeKind, type AwardStanding, canChange } from "./award-standing";

const WORDS: Record<AwardChangeKind, { trigger: string; effect: string }> = {
  revoked: { trigger: "Revoke", effect: "It is not valid any more, for good. The person is told, with your reason." },
  suspended: {
    trigger: "Suspend",
    effect: "It is not valid until you resume it. The person is told, with your reason.",
  },
  replaced: {
    trigger: "Replace",
    effect:
      "A new badge is made of what is on record now: name, e-mail address, date. The old one says that a newer one has taken its place. The person is told, with your reason.",
  },
  resumed: { trigger: "Resume", effect: "It is valid again. The person is told, with your reason." },
};

interface Holder {
  id: string;
  personId: string;
  name: string;
  awardedOn: string;
  standing: AwardStanding;
}

/** Who holds it, and what can be done to each award, for a reason (M3). */
export function HolderTable({ holders }: { holders: Holder[] }) {
  return (
    <DataTable
      caption="Awards"
      rows={holders}
      rowKey={(row) => row.id}
      empty={<p className="text-soft">Nobody yet.</p>}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <Link to={`/people/${row.personId}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
              {row.name}
            </Link>
          ),
        },
        { key: "on", header: "Awarded", cell: (row) => formatPlainDate(row.awardedOn) },
        { key: "standing", header: "Status", cell: (row) => <AwardStatus standing={row.standing} /> },
        {
          key: "do",
          header: "Actions",
          bare: true,
          cell: (row) => (
            <div className="flex flex-wrap gap-2">
              {AWARD_CHANGE_KINDS.filter((kind) => canChange(kind, row.standing)).map((kind) => (
                <ConfirmDialog
                  key={kind}
                  trigger={
                    <>
                      {WORDS[kind].trigger}
                      <span className="sr-only"> the award of {row.name}</span>
                    </>
                  }
                  variant="quiet"
                  size="sm"
                  title={`${WORDS[kind].trigger} the award of ${row.name}?`}
                  confirmLabel={WORDS[kind].trigger}
                  confirmVariant={kind === "resumed" ? "primary" : "danger"}
                  intent={kind}
                  values={{ awardId: row.id }}
                >
                  <p>{WORDS[kind].effect}</p>
                  {kind === "replaced" ? (
                    <label className="grid gap-1 font-semibold">
                      Date of the award, where it was wrong
                      <input type="date" name="awardedOn" defaultValue={row.awardedOn} className="input" />
                    </label>
                  ) : null}
                  <label className="grid gap-1 font-semibold">
                    Reason
                    <input type="text" name="reason" required maxLength={500} className="input" />
                  </label>
                </ConfirmDialog>
              ))}
            </div>
          ),
        },
      ]}
    />
  );
}
