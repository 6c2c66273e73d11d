CREATE TABLE `answered_forms` (
	`person_id` text NOT NULL,
	`nonce` text NOT NULL,
	`digest` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `nonce`, `digest`)
);
--> statement-breakpoint
CREATE INDEX `answered_forms_answered` ON `answered_forms` (`answered_at`);