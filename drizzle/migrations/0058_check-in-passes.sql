PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_attendance_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text,
	`walk_in_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`device_time` integer NOT NULL,
	`server_time` integer NOT NULL,
	`clock_offset` integer,
	`clock_doubt` integer,
	`device` text,
	`nonce` text NOT NULL,
	`recorded_by` text NOT NULL,
	`method` text NOT NULL,
	`reason` text,
	`voids_mark_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`walk_in_id`) REFERENCES `walk_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_marks_kind" CHECK("__new_attendance_marks"."kind" in ('in', 'out', 'present-all', 'absent', 'void')),
	CONSTRAINT "attendance_marks_method" CHECK("__new_attendance_marks"."method" in ('roster', 'walk-in', 'self', 'import', 'scan', 'kiosk')),
	CONSTRAINT "attendance_marks_who" CHECK(("__new_attendance_marks"."person_id" is null) <> ("__new_attendance_marks"."walk_in_id" is null)),
	CONSTRAINT "attendance_marks_void" CHECK(("__new_attendance_marks"."kind" = 'void') = ("__new_attendance_marks"."voids_mark_id" is not null) and ("__new_attendance_marks"."kind" <> 'void' or "__new_attendance_marks"."reason" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_attendance_marks`("id", "session_id", "person_id", "walk_in_id", "kind", "at", "device_time", "server_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "method", "reason", "voids_mark_id") SELECT "id", "session_id", "person_id", "walk_in_id", "kind", "at", "device_time", "server_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "method", "reason", "voids_mark_id" FROM `attendance_marks`;--> statement-breakpoint
DROP TABLE `attendance_marks`;--> statement-breakpoint
ALTER TABLE `__new_attendance_marks` RENAME TO `attendance_marks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_marks_nonce_unique` ON `attendance_marks` (`nonce`);--> statement-breakpoint
CREATE INDEX `attendance_marks_session` ON `attendance_marks` (`session_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `attendance_marks_person` ON `attendance_marks` (`person_id`);--> statement-breakpoint
CREATE INDEX `attendance_marks_voids` ON `attendance_marks` (`voids_mark_id`) WHERE "attendance_marks"."voids_mark_id" is not null;--> statement-breakpoint
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
	CONSTRAINT "held_marks_reason" CHECK("__new_held_marks"."reason" in ('left-roster', 'other-offering', 'no-seat', 'session-moved', 'session-gone', 'cancelled', 'after-confirmation', 'removed-device', 'right-ended')),
	CONSTRAINT "held_marks_settled" CHECK("__new_held_marks"."settled_as" in ('counted', 'left-out')),
	CONSTRAINT "held_marks_settlement" CHECK(("__new_held_marks"."settled_as" is null) = ("__new_held_marks"."settled_at" is null))
);
--> statement-breakpoint
INSERT INTO `__new_held_marks`("id", "offering_id", "session_id", "person_id", "walk_in_id", "walk_in_name", "walk_in_email", "kind", "at", "device_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "received_at", "reason", "settled_as", "settled_at", "settled_by", "settled_why") SELECT "id", "offering_id", "session_id", "person_id", "walk_in_id", "walk_in_name", "walk_in_email", "kind", "at", "device_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "received_at", "reason", "settled_as", "settled_at", "settled_by", "settled_why" FROM `held_marks`;--> statement-breakpoint
DROP TABLE `held_marks`;--> statement-breakpoint
ALTER TABLE `__new_held_marks` RENAME TO `held_marks`;--> statement-breakpoint
CREATE UNIQUE INDEX `held_marks_nonce_unique` ON `held_marks` (`nonce`);--> statement-breakpoint
CREATE INDEX `held_marks_offering` ON `held_marks` (`offering_id`,`settled_at`);--> statement-breakpoint
CREATE TABLE `__new_signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`purpose` text NOT NULL,
	`certificate` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`retired_at` integer,
	`retired_by` text,
	FOREIGN KEY (`owner_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signing_keys_purpose" CHECK("__new_signing_keys"."purpose" in ('documents', 'badges', 'passes'))
);
--> statement-breakpoint
INSERT INTO `__new_signing_keys`("id", "owner_id", "purpose", "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by") SELECT "id", "owner_id", "purpose", "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by" FROM `signing_keys`;--> statement-breakpoint
DROP TABLE `signing_keys`;--> statement-breakpoint
ALTER TABLE `__new_signing_keys` RENAME TO `signing_keys`;--> statement-breakpoint
CREATE UNIQUE INDEX `signing_keys_in_use` ON `signing_keys` (`owner_id`,`purpose`) WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX `signing_keys_owner` ON `signing_keys` (`owner_id`,`created_at`);