CREATE TABLE `quiz_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`questions` text NOT NULL,
	`answers` text NOT NULL,
	`right` integer NOT NULL,
	`passing_score` integer NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `session_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_attempts_number` ON `quiz_attempts` (`step_id`,`person_id`,`number`);
--> statement-breakpoint
CREATE TABLE `reflection_drafts` (
	`step_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`step_id`, `person_id`),
	FOREIGN KEY (`step_id`) REFERENCES `session_steps`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reflections` (
	`id` text PRIMARY KEY NOT NULL,
	`step_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`words` integer NOT NULL,
	`handed_in_at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`read_by` text,
	`read_at` integer,
	FOREIGN KEY (`step_id`) REFERENCES `session_steps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reflections_state" CHECK("reflections"."state" in ('waiting', 'accepted', 'returned')),
	CONSTRAINT "reflections_returned" CHECK("reflections"."state" <> 'returned' or "reflections"."answer" is not null),
	CONSTRAINT "reflections_read" CHECK(("reflections"."read_by" is null) = ("reflections"."read_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reflections_version` ON `reflections` (`step_id`,`person_id`,`number`);
--> statement-breakpoint
CREATE TABLE `session_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`instructions` text,
	`minutes` integer NOT NULL,
	`opens_at` integer,
	`due_at` integer,
	`link` text,
	`least_words` integer,
	`is_read` integer DEFAULT false NOT NULL,
	`passing_score` integer,
	`most_attempts` integer,
	`questions` text,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_steps_kind" CHECK("session_steps"."kind" in ('link', 'reflection', 'quiz')),
	CONSTRAINT "session_steps_minutes" CHECK("session_steps"."minutes" >= 0),
	CONSTRAINT "session_steps_link" CHECK("session_steps"."kind" <> 'link' or "session_steps"."link" is not null),
	CONSTRAINT "session_steps_quiz" CHECK(("session_steps"."kind" = 'quiz') = ("session_steps"."questions" is not null))
);
--> statement-breakpoint
CREATE INDEX `session_steps_session` ON `session_steps` (`session_id`,`position`);
--> statement-breakpoint
ALTER TABLE `attendance_marks` ADD `step_id` text REFERENCES session_steps(id);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `own_minutes` integer;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
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
	`step_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`walk_in_id`) REFERENCES `walk_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`step_id`) REFERENCES `session_steps`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_marks_kind" CHECK("__new_attendance_marks"."kind" in ('in', 'out', 'present-all', 'absent', 'void', 'done')),
	CONSTRAINT "attendance_marks_method" CHECK("__new_attendance_marks"."method" in ('roster', 'walk-in', 'self', 'import', 'scan', 'kiosk', 'step')),
	CONSTRAINT "attendance_marks_who" CHECK(("__new_attendance_marks"."person_id" is null) <> ("__new_attendance_marks"."walk_in_id" is null)),
	CONSTRAINT "attendance_marks_void" CHECK(("__new_attendance_marks"."kind" = 'void') = ("__new_attendance_marks"."voids_mark_id" is not null) and ("__new_attendance_marks"."kind" <> 'void' or "__new_attendance_marks"."reason" is not null)),
	CONSTRAINT "attendance_marks_step" CHECK("__new_attendance_marks"."kind" <> 'done' or ("__new_attendance_marks"."step_id" is not null and "__new_attendance_marks"."person_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_attendance_marks`("id", "session_id", "person_id", "walk_in_id", "kind", "at", "device_time", "server_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "method", "reason", "voids_mark_id", "step_id") SELECT "id", "session_id", "person_id", "walk_in_id", "kind", "at", "device_time", "server_time", "clock_offset", "clock_doubt", "device", "nonce", "recorded_by", "method", "reason", "voids_mark_id", "step_id" FROM `attendance_marks`;
--> statement-breakpoint
DROP TABLE `attendance_marks`;
--> statement-breakpoint
ALTER TABLE `__new_attendance_marks` RENAME TO `attendance_marks`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_marks_nonce_unique` ON `attendance_marks` (`nonce`);
--> statement-breakpoint
CREATE INDEX `attendance_marks_done` ON `attendance_marks` (`step_id`,`person_id`) WHERE "attendance_marks"."step_id" is not null;
--> statement-breakpoint
CREATE INDEX `attendance_marks_session` ON `attendance_marks` (`session_id`,`person_id`);
--> statement-breakpoint
CREATE INDEX `attendance_marks_person` ON `attendance_marks` (`person_id`);
--> statement-breakpoint
CREATE INDEX `attendance_marks_voids` ON `attendance_marks` (`voids_mark_id`) WHERE "attendance_marks"."voids_mark_id" is not null;
