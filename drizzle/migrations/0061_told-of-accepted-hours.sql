-- What districts have accepted of submitted hours stands from now on in what their payroll is told.
INSERT INTO `hr_credit_events` (`organisation_id`, `subject_id`, `credit_id`, `type`)
SELECT s.`organisation_id`, r.`source_id`, c.`id`, 'posted'
FROM `submitted_hours` s
JOIN `submitted_rows` r ON r.`submission_id` = s.`id` AND r.`kind` = 'credit'
JOIN `credits` c ON (c.`claim_id` = r.`source_id` OR c.`award_id` = r.`source_id`)
WHERE s.`state` = 'accepted'
	AND NOT EXISTS (SELECT 1 FROM `credits` later WHERE (later.`claim_id` = r.`source_id` OR later.`award_id` = r.`source_id`) AND later.`version` > c.`version`)
	AND EXISTS (SELECT 1 FROM `affiliations` a WHERE a.`person_id` = s.`person_id` AND a.`organisation_id` = s.`organisation_id` AND a.`confirmed_at` IS NOT NULL)
	AND coalesce((SELECT had.`type` FROM `hr_credit_events` had WHERE had.`subject_id` = r.`source_id` AND had.`organisation_id` = s.`organisation_id` ORDER BY had.`sequence` DESC LIMIT 1), 'withdrawn') = 'withdrawn'
ORDER BY c.`posted_at`, c.`id`, s.`organisation_id`;
