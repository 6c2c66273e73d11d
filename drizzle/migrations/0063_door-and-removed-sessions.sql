CREATE TABLE `removed_sessions` (
	`session_id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `removed_sessions_offering` ON `removed_sessions` (`offering_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_held_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`session_id` text,
	`person_id` text,
	`walk_in_id` text,
	`walk_in_name` text,
	`walk_in_email` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`device_time` integer NOT NULL,
	`clock_offset` integer NOT NULL,
	`clock_doubt` integer NOT NULL,
	`device` text NOT NULL,
	`nonce` text NOT NULL,
	`recorded_by` text NOT NULL,
	`method` text NOT NULL,
	`received_at` integer NOT NULL,
	`reason` text NOT NULL,
	`settled_as` text,
	`settled_at` integer,
	`settled_by` text,
	`settled_why` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`walk_in_id`) REFERENCES `walk_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_marks_kind" CHECK("__new_held_marks"."kind" in ('in', 'out', 'present-all', 'absent', 'void')),
	CONSTRAINT "held_marks_method" CHECK("__new_held_marks"."method" in ('roster', 'walk-in', 'self', 'import', 'scan', 'kiosk', 'step')),
	CONSTRAINT "held_marks_reason" CHECK("__new_held_marks"."reason" in ('left-roster', 'other-offering', 'no-seat', 'session-moved', 'session-gone', 'cancelled', 'after-confirmation', 'removed-device', 'right-ended')),
	CONSTRAINT "held_marks_settled" CHECK("__new_held_marks"."settled_as" in ('counted', 'left-out')),
	CONSTRAINT "held_marks_settlement" CHECK(("__new_held_marks"."settled_as" is null) = ("__new_held_marks"."settled_at" is null))
);
--> statement-breakpoint
INSERT INTO `__new_held_marks`("id", "offering_id", "session_id", "person_id", "walk_in_id", "walk_in_name", "walk_in_email", "kind", "at", "device_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "method", "received_at", "reason", "settled_as", "settled_at", "settled_by", "settled_why") SELECT "id", "offering_id", "session_id", "person_id", "walk_in_id", "walk_in_name", "walk_in_email", "kind", "at", "device_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", case when "reason" = 'other-offering' then 'scan' when "walk_in_name" is not null and "kind" = 'in' then 'walk-in' else 'roster' end, "received_at", "reason", "settled_as", "settled_at", "settled_by", "settled_why" FROM `held_marks`;--> statement-breakpoint
DROP TABLE `held_marks`;--> statement-breakpoint
ALTER TABLE `__new_held_marks` RENAME TO `held_marks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `held_marks_nonce_unique` ON `held_marks` (`nonce`);--> statement-breakpoint
CREATE INDEX `held_marks_offering` ON `held_marks` (`offering_id`,`settled_at`);--> statement-breakpoint
ALTER TABLE `kept_rosters` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `kept_rosters` ADD `left_unsent` integer;