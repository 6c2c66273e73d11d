CREATE TABLE `audiences` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`role_kinds` text NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audiences_name_unique` ON `audiences` (`name`);--> statement-breakpoint
-- What courses could name so far: one audience for each kind of work.
INSERT INTO `audiences` (`code`, `name`, `position`, `role_kinds`) VALUES
	('teacher', 'Teacher', 0, '["teacher"]'),
	('administrator', 'Administrator', 1, '["administrator"]'),
	('esa', 'Educational staff associate (ESA)', 2, '["esa"]'),
	('paraeducator', 'Paraeducator', 3, '["paraeducator"]'),
	('other', 'Other staff', 4, '["other"]');
--> statement-breakpoint
CREATE TABLE `instructor_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`qualifications` text,
	`retired_at` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `instructor_entries_name` ON `instructor_entries` (`provider_id`,"name" collate nocase);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_course_audiences` (
	`course_id` text NOT NULL,
	`audience` text NOT NULL,
	PRIMARY KEY(`course_id`, `audience`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`audience`) REFERENCES `audiences`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_course_audiences`("course_id", "audience") SELECT "course_id", "audience" FROM `course_audiences`;--> statement-breakpoint
DROP TABLE `course_audiences`;--> statement-breakpoint
ALTER TABLE `__new_course_audiences` RENAME TO `course_audiences`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `course_audiences_audience` ON `course_audiences` (`audience`);