CREATE TABLE `plan_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`draft` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_templates_kind" CHECK("plan_templates"."kind" in ('offering', 'course'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_templates_name` ON `plan_templates` (`provider_id`,`kind`,`name`);--> statement-breakpoint
-- Every template so far was one of offerings.
INSERT INTO `plan_templates` (`id`, `provider_id`, `kind`, `name`, `draft`, `kept_by`, `kept_at`) SELECT `id`, `provider_id`, 'offering', `name`, `draft`, `kept_by`, `kept_at` FROM `offering_templates`;--> statement-breakpoint
DROP TABLE `offering_templates`;
