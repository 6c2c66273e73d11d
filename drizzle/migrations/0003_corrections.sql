CREATE TABLE `correction_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`credit_id` text NOT NULL,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`minutes` integer,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`answer` text,
	`result_credit_id` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_credit_id`) REFERENCES `credits`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "correction_requests_origin" CHECK("correction_requests"."origin" in ('educator', 'attendance')),
	CONSTRAINT "correction_requests_state" CHECK("correction_requests"."state" in ('open', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "correction_requests_decided" CHECK(("correction_requests"."state" = 'open') = ("correction_requests"."decided_at" is null)),
	CONSTRAINT "correction_requests_result" CHECK(("correction_requests"."state" = 'accepted') = ("correction_requests"."result_credit_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `correction_requests_one_open` ON `correction_requests` (`claim_id`,`origin`) WHERE "correction_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX `correction_requests_state_at` ON `correction_requests` (`state`,`created_at`);