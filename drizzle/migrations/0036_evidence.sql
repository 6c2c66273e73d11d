CREATE TABLE `portfolio_file_scans` (
	`file_id` text PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`decided_at` integer,
	`tries` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `portfolio_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portfolio_file_scans_verdict" CHECK("portfolio_file_scans"."verdict" in ('waiting', 'clean', 'refused')),
	CONSTRAINT "portfolio_file_scans_decided" CHECK(("portfolio_file_scans"."verdict" = 'waiting') = ("portfolio_file_scans"."decided_at" is null)),
	CONSTRAINT "portfolio_file_scans_reason" CHECK(("portfolio_file_scans"."verdict" = 'refused') = ("portfolio_file_scans"."reason" is not null))
);
--> statement-breakpoint
CREATE INDEX `portfolio_file_scans_waiting` ON `portfolio_file_scans` (`verdict`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `portfolio_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`portfolio_id` text NOT NULL,
	`part_key` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`held_by` text,
	`held_until` integer,
	`ended_at` integer,
	`file_id` text,
	`refusal` text,
	FOREIGN KEY (`portfolio_id`) REFERENCES `portfolios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `portfolio_files`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portfolio_uploads_size" CHECK("portfolio_uploads"."size" > 0),
	CONSTRAINT "portfolio_uploads_end" CHECK(("portfolio_uploads"."ended_at" is null and "portfolio_uploads"."file_id" is null and "portfolio_uploads"."refusal" is null)
        or ("portfolio_uploads"."ended_at" is not null and ("portfolio_uploads"."file_id" is null) <> ("portfolio_uploads"."refusal" is null)))
);
--> statement-breakpoint
CREATE INDEX `portfolio_uploads_portfolio` ON `portfolio_uploads` (`portfolio_id`);--> statement-breakpoint
CREATE INDEX `portfolio_uploads_file` ON `portfolio_uploads` (`file_id`);