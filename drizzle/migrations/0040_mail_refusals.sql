CREATE TABLE `mail_alarms` (
	`topic` text PRIMARY KEY NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`count` integer NOT NULL,
	`words` text NOT NULL,
	CONSTRAINT "mail_alarms_topic" CHECK("mail_alarms"."topic" in ('relay', 'sender', 'authentication', 'reputation', 'content', 'size', 'rate', 'encryption', 'policy', 'wave', 'transport'))
);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`message_id` text NOT NULL,
	`source` text NOT NULL,
	`meaning` text NOT NULL,
	`topic` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "mail_refusals_source" CHECK("mail_refusals"."source" in ('report', 'service', 'mail-server')),
	CONSTRAINT "mail_refusals_meaning" CHECK("mail_refusals"."meaning" in ('nobody', 'perhaps-nobody', 'full', 'about-us', 'unclear')),
	CONSTRAINT "mail_refusals_topic" CHECK("mail_refusals"."topic" in ('relay', 'sender', 'authentication', 'reputation', 'content', 'size', 'rate', 'encryption', 'policy'))
);
--> statement-breakpoint
CREATE INDEX `mail_refusals_address` ON `mail_refusals` (`address`,`at`);--> statement-breakpoint
CREATE INDEX `mail_refusals_at` ON `mail_refusals` (`at`);