CREATE TABLE `meeting_matches` (
	`offering_id` text NOT NULL,
	`who` text NOT NULL,
	`person_id` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`offering_id`, `who`),
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_report_marks` (
	`mark_id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`name` text NOT NULL,
	`lines` text NOT NULL,
	FOREIGN KEY (`mark_id`) REFERENCES `attendance_marks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `meeting_reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_report_marks_report` ON `meeting_report_marks` (`report_id`);--> statement-breakpoint
CREATE TABLE `meeting_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`bytes` blob,
	`time_zone` text NOT NULL,
	`date_order` text,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`applied_by` text,
	`applied_at` integer,
	`taken_back_because` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applied_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_reports_applied" CHECK(("meeting_reports"."applied_at" is null) = ("meeting_reports"."applied_by" is null)),
	CONSTRAINT "meeting_reports_bytes" CHECK(("meeting_reports"."bytes" is null) = ("meeting_reports"."applied_at" is not null)),
	CONSTRAINT "meeting_reports_taken_back" CHECK("meeting_reports"."taken_back_because" is null or "meeting_reports"."applied_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_reports_once` ON `meeting_reports` (`session_id`,`file_hash`) WHERE "meeting_reports"."taken_back_because" is null;