CREATE TABLE `kiosks` (
	`id` text PRIMARY KEY NOT NULL,
	`offering_id` text NOT NULL,
	`session_id` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`token_digest` text NOT NULL,
	`pin_digest` text NOT NULL,
	`wrong_pins` integer DEFAULT 0 NOT NULL,
	`blocked_until` integer,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`started_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kiosks_ended" CHECK("kiosks"."ended_by" is null or "kiosks"."ended_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_token_digest_unique` ON `kiosks` (`token_digest`);--> statement-breakpoint
CREATE INDEX `kiosks_session` ON `kiosks` (`session_id`);