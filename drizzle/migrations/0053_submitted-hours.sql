CREATE TABLE `submitted_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`consent` text NOT NULL,
	`sent_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`reason` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submitted_hours_state" CHECK("submitted_hours"."state" in ('sent', 'accepted', 'returned', 'taken-back', 'withdrawn')),
	CONSTRAINT "submitted_hours_decided" CHECK(("submitted_hours"."state" in ('accepted', 'returned', 'taken-back')) = ("submitted_hours"."decided_at" is not null and "submitted_hours"."decided_by" is not null)),
	CONSTRAINT "submitted_hours_reason" CHECK(("submitted_hours"."state" in ('returned', 'taken-back')) = ("submitted_hours"."reason" is not null))
);
--> statement-breakpoint
CREATE INDEX `submitted_hours_queue` ON `submitted_hours` (`organisation_id`,`state`,`sent_at`);--> statement-breakpoint
CREATE INDEX `submitted_hours_person` ON `submitted_hours` (`person_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `submitted_rows` (
	`submission_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`credit_id` text,
	`completed_on` text NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submitted_hours`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submitted_rows_kind" CHECK("submitted_rows"."kind" in ('credit', 'elsewhere')),
	CONSTRAINT "submitted_rows_credit" CHECK(("submitted_rows"."kind" = 'credit') = ("submitted_rows"."credit_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submitted_rows_position` ON `submitted_rows` (`submission_id`,`position`);--> statement-breakpoint
CREATE INDEX `submitted_rows_source` ON `submitted_rows` (`source_id`);--> statement-breakpoint
CREATE INDEX `submitted_rows_credit_version` ON `submitted_rows` (`credit_id`);