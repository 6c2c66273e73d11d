import type { ReactNode } from "react";
import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { formatDate, formatPlainDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { ConfirmDialog } from "~/ui/Dialog";
import { RowLink } from "~/ui/lists/RowLink";
import { AWARD_CHANGE_KINDS, type AwardChangeKind, canChange } from "./award-standing";
import type { Holder } from "./holder-list.server";

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

/** What each column shows of an award, and what can be done to it, for a reason (M3). */
export const HOLDER_CELLS: Record<string, (row: Holder) => ReactNode> = {
  name: (row) => <RowLink to={`/people/${row.personId}`}>{row.name}</RowLink>,
  awarded: (row) => formatPlainDate(row.awardedOn),
  standing: (row) => <AwardStatus standing={row.standing} />,
  until: (row) => (row.expiresAt === null ? "For good" : formatDate(row.expiresAt, REGION_TIME_ZONE)),
  actions: (row) => (
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
};
