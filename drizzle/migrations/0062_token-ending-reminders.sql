PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`offering_id` text,
	`person_id` text NOT NULL,
	`occasion` text NOT NULL,
	`due_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_at` integer,
	`note` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminders_kind" CHECK("__new_reminders"."kind" in ('session-week', 'session-day', 'session-morning', 'claim', 'evaluation', 'payment', 'roster', 'confirm-attendance', 'claims-ageing', 'new-hours', 'salary-cutoff', 'token-ending', 'renewal')),
	CONSTRAINT "reminders_state" CHECK("__new_reminders"."state" in ('due', 'sent', 'voided', 'skipped'))
);
--> statement-breakpoint
INSERT INTO `__new_reminders`("id", "kind", "subject_id", "offering_id", "person_id", "occasion", "due_at", "expires_at", "state", "decided_at", "note") SELECT "id", "kind", "subject_id", "offering_id", "person_id", "occasion", "due_at", "expires_at", "state", "decided_at", "note" FROM `reminders`;--> statement-breakpoint
DROP TABLE `reminders`;--> statement-breakpoint
ALTER TABLE `__new_reminders` RENAME TO `reminders`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`kind`,`subject_id`,`person_id`,`occasion`);--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_offering` ON `reminders` (`offering_id`);--> statement-breakpoint
CREATE INDEX `reminders_person` ON `reminders` (`person_id`);