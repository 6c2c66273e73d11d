CREATE TABLE `inquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`offering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`offering_id`) REFERENCES `offerings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inquiries_kind" CHECK("inquiries"."kind" in ('offering', 'cancel', 'hours')),
	CONSTRAINT "inquiries_state" CHECK("inquiries"."state" in ('open', 'answered', 'taken-back'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiries_one_open` ON `inquiries` (`person_id`,`offering_id`,`kind`) WHERE "inquiries"."state" = 'open';--> statement-breakpoint
CREATE INDEX `inquiries_person` ON `inquiries` (`person_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `inquiries_offering` ON `inquiries` (`offering_id`,`state`);--> statement-breakpoint
CREATE TABLE `inquiry_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`inquiry_id` text NOT NULL,
	`author_id` text NOT NULL,
	`answer` integer NOT NULL,
	`body` text NOT NULL,
	`written_at` integer NOT NULL,
	`nonce` text NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiry_entries_nonce_unique` ON `inquiry_entries` (`nonce`);--> statement-breakpoint
CREATE INDEX `inquiry_entries_inquiry` ON `inquiry_entries` (`inquiry_id`);