CREATE TABLE `award_hours` (
	`award_id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`status` text NOT NULL,
	`affidavit_version` text NOT NULL,
	`affidavit_text` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`claimed_by_account_id` text NOT NULL,
	`network_address` text,
	`returned_reason` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `hours_decisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "award_hours_status" CHECK("award_hours"."status" in ('claimed', 'returned', 'posted')),
	CONSTRAINT "award_hours_returned" CHECK(("award_hours"."status" = 'returned') = ("award_hours"."returned_reason" is not null))
);
--> statement-breakpoint
CREATE INDEX `award_hours_queue` ON `award_hours` (`status`,`claimed_at`);--> statement-breakpoint
CREATE TABLE `hours_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`decision` text NOT NULL,
	`minutes` integer,
	`in_service_number` text,
	`committee_met_on` text NOT NULL,
	`note` text,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `microcredential_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hours_decisions_decision" CHECK("hours_decisions"."decision" in ('approved', 'declined')),
	CONSTRAINT "hours_decisions_approved" CHECK(("hours_decisions"."decision" = 'approved') = ("hours_decisions"."minutes" > 0 and "hours_decisions"."in_service_number" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hours_decisions_number` ON `hours_decisions` (`in_service_number`);--> statement-breakpoint
CREATE INDEX `hours_decisions_version` ON `hours_decisions` (`version_id`,`decided_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_credits` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text,
	`award_id` text,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	`offering_id` text,
	`minutes` integer NOT NULL,
	`completed_on` text NOT NULL,
	`snapshot` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text,
	`posted_at` integer NOT NULL,
	`posted_by` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`posted_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "credits_of_one" CHECK(("__new_credits"."claim_id" is null) = ("__new_credits"."award_id" is not null) and ("__new_credits"."claim_id" is null) = ("__new_credits"."offering_id" is null)),
	CONSTRAINT "credits_first" CHECK(("__new_credits"."version" = 1) = ("__new_credits"."previous_hash" is null)),
	CONSTRAINT "credits_minutes" CHECK("__new_credits"."minutes" >= 0 and "__new_credits"."version" >= 1)
);
--> statement-breakpoint
INSERT INTO `__new_credits`("id", "claim_id", "award_id", "version", "person_id", "offering_id", "minutes", "completed_on", "snapshot", "hash", "previous_hash", "posted_at", "posted_by", "reason") SELECT "id", "claim_id", NULL, "version", "person_id", "offering_id", "minutes", "completed_on", "snapshot", "hash", "previous_hash", "posted_at", "posted_by", "reason" FROM `credits`;--> statement-breakpoint
DROP TABLE `credits`;--> statement-breakpoint
ALTER TABLE `__new_credits` RENAME TO `credits`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `credits_version` ON `credits` (`claim_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `credits_award_version` ON `credits` (`award_id`,`version`);--> statement-breakpoint
CREATE INDEX `credits_person` ON `credits` (`person_id`,`completed_on`);--> statement-breakpoint
CREATE INDEX `credits_posted` ON `credits` (`posted_at`);