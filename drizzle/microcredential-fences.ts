import { abort, appendOnly, frozen, kept, trigger } from "./trigger";

/** What the tables of micro-credentials cannot say: what is frozen, and what is kept. */
export const MICROCREDENTIAL_TRIGGERS = [
  ...appendOnly("portfolio_changes", "M1: history is append-only"),
  ...appendOnly("assessment_scores", "M1: a score is never changed"),
  ...appendOnly("award_changes", "M3: what became of an award stays on record"),
  ...appendOnly("assessor_scope_changes", "M1: what became of an assessor stays on record"),
  ...appendOnly("practice_readings", "M1: practice is handed in once"),
  ...appendOnly("practice_scores", "M1: a score is never changed"),
  kept("awards", "M3: an award stays on record"),
  kept("submissions", "M1: what was handed in is kept"),
  trigger(
    "microcredential_versions_frozen",
    "BEFORE UPDATE OF definition, number, published_at, published_by ON microcredential_versions WHEN OLD.published_at IS NOT NULL",
    abort("M1: a published version is frozen"),
  ),
  trigger(
    "microcredential_versions_no_delete",
    "BEFORE DELETE ON microcredential_versions WHEN OLD.published_at IS NOT NULL",
    abort("M1: a published version is kept"),
  ),
  trigger(
    "portfolio_file_scans_decided_once",
    "BEFORE UPDATE ON portfolio_file_scans WHEN OLD.decided_at IS NOT NULL",
    abort("M1: what a scan said of a file stays"),
  ),
  trigger(
    "portfolio_file_scans_refused_kept",
    "BEFORE DELETE ON portfolio_file_scans WHEN OLD.verdict = 'refused'",
    abort("M1: a file that a scan refused stays on record"),
  ),
  frozen(
    "submissions_frozen",
    "submissions",
    "portfolio_id, round, content, settled, statement, submitted_at, network_address",
    "M1: what was handed in is never changed",
  ),
  frozen(
    "awards_frozen",
    "awards",
    "provider_id, microcredential_id, version_id, person_id, portfolio_id, awarded_at",
    "M3: what an award says is never changed",
  ),
  trigger(
    "awards_date",
    "BEFORE UPDATE OF awarded_on, expires_at ON awards WHEN NOT EXISTS (SELECT 1 FROM award_changes WHERE award_id = NEW.id AND awarded_on = NEW.awarded_on)",
    abort("M3: the date of an award is corrected by a change that stays on record"),
  ),
  kept("badges", "M3: a badge stays on record"),
  frozen(
    "badges_frozen",
    "badges",
    "award_id, provider_id, code, status_list, status_index, parameters, made_at",
    "M3: what a badge says is never changed",
  ),
  trigger(
    "badges_signed_once",
    "BEFORE UPDATE OF credential, signed_at ON badges WHEN OLD.credential IS NOT NULL",
    abort("M3: a badge is signed once"),
  ),
];
