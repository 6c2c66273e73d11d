CREATE TABLE `held_marks` (
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
	CONSTRAINT "held_marks_kind" CHECK("held_marks"."kind" in ('in', 'out', 'present-all', 'absent', 'void')),
	CONSTRAINT "held_marks_reason" CHECK("held_marks"."reason" in ('left-roster', 'no-seat', 'session-moved', 'session-gone', 'cancelled', 'after-confirmation', 'removed-device', 'right-ended')),
	CONSTRAINT "held_marks_settled" CHECK("held_marks"."settled_as" in ('counted', 'left-out')),
	CONSTRAINT "held_marks_settlement" CHECK(("held_marks"."settled_as" is null) = ("held_marks"."settled_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `held_marks_nonce_unique` ON `held_marks` (`nonce`);--> statement-breakpoint
CREATE INDEX `held_marks_offering` ON `held_marks` (`offering_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `kept_rosters` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`device` text NOT NULL,
	`label` text NOT NULL,
	`kept_at` integer NOT NULL,
	`contact_at` integer NOT NULL,
	`removed_at` integer,
	`removed_by` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kept_rosters_device` ON `kept_rosters` (`offering_id`,`person_id`,`device`);--> statement-breakpoint
ALTER TABLE `attendance_marks` ADD `clock_offset` integer;--> statement-breakpoint
ALTER TABLE `attendance_marks` ADD `clock_doubt` integer;