CREATE TABLE `hr_api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`ending` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	`last_used_at` integer,
	`acknowledged` integer DEFAULT 0 NOT NULL,
	`acknowledged_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hr_api_tokens_expiry" CHECK("hr_api_tokens"."expires_at" > "hr_api_tokens"."created_at"),
	CONSTRAINT "hr_api_tokens_revoked" CHECK(("hr_api_tokens"."revoked_at" is null) = ("hr_api_tokens"."revoked_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hr_api_tokens_hash_unique` ON `hr_api_tokens` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `hr_api_tokens_name` ON `hr_api_tokens` (`organisation_id`,`name`) WHERE "hr_api_tokens"."revoked_at" is null;--> statement-breakpoint
CREATE TABLE `hr_credit_events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`credit_id` text NOT NULL,
	`type` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hr_credit_events_type" CHECK("hr_credit_events"."type" in ('posted', 'corrected', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `hr_credit_events_organisation` ON `hr_credit_events` (`organisation_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `hr_credit_events_subject` ON `hr_credit_events` (`subject_id`,`organisation_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `hr_webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_attempt_at` integer,
	`status` integer,
	`answer` text,
	FOREIGN KEY (`webhook_id`) REFERENCES `hr_webhooks`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "hr_webhook_deliveries_state" CHECK("hr_webhook_deliveries"."state" in ('waiting', 'delivered', 'failed')),
	CONSTRAINT "hr_webhook_deliveries_waits" CHECK(("hr_webhook_deliveries"."next_attempt_at" is null) = ("hr_webhook_deliveries"."state" <> 'waiting'))
);
--> statement-breakpoint
CREATE INDEX `hr_webhook_deliveries_webhook` ON `hr_webhook_deliveries` (`webhook_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `hr_webhook_deliveries_created` ON `hr_webhook_deliveries` (`created_at`);--> statement-breakpoint
CREATE INDEX `hr_webhook_deliveries_due` ON `hr_webhook_deliveries` (`next_attempt_at`) WHERE "hr_webhook_deliveries"."next_attempt_at" is not null;--> statement-breakpoint
CREATE TABLE `hr_webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`off_at` integer,
	`off_reason` text,
	`failing_since` integer,
	`told` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hr_webhooks_off_reason" CHECK("hr_webhooks"."off_reason" in ('by-hand', 'failing')),
	CONSTRAINT "hr_webhooks_off" CHECK(("hr_webhooks"."off_at" is null) = ("hr_webhooks"."off_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hr_webhooks_url` ON `hr_webhooks` (`organisation_id`,`url`);--> statement-breakpoint
INSERT INTO hr_credit_events (organisation_id, subject_id, credit_id, type)
SELECT o.id, coalesce(c.claim_id, c.award_id), CASE WHEN EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.organisation_id = o.id AND a.confirmed_at IS NOT NULL
  AND a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on)) THEN c.id ELSE had.credit_id END,
  CASE WHEN NOT EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.organisation_id = o.id AND a.confirmed_at IS NOT NULL
  AND a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on)) THEN 'withdrawn' WHEN had.sequence IS NULL OR had.type = 'withdrawn' THEN 'posted' ELSE 'corrected' END
FROM credits c
JOIN organisations o ON o.id IN (
  SELECT organisation_id FROM affiliations WHERE person_id = c.person_id
  UNION SELECT organisation_id FROM hr_credit_events WHERE subject_id = coalesce(c.claim_id, c.award_id))
LEFT JOIN hr_credit_events had ON had.sequence = (
  SELECT max(last.sequence) FROM hr_credit_events last WHERE last.subject_id = coalesce(c.claim_id, c.award_id) AND last.organisation_id = o.id)
WHERE 1 AND NOT EXISTS (
  SELECT 1 FROM credits later WHERE (later.claim_id = c.claim_id OR later.award_id = c.award_id) AND later.version > c.version)
  AND CASE WHEN EXISTS (
  SELECT 1 FROM affiliations a WHERE a.person_id = c.person_id AND a.organisation_id = o.id AND a.confirmed_at IS NOT NULL
  AND a.from_date <= c.completed_on AND (a.to_date IS NULL OR a.to_date >= c.completed_on)) THEN had.sequence IS NULL OR had.type = 'withdrawn' OR had.credit_id <> c.id
    ELSE had.type IN ('posted', 'corrected') END
ORDER BY c.posted_at, c.id, o.id;
