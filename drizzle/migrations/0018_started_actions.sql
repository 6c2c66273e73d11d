CREATE TABLE `started_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text,
	`effect` text NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`finished_at` integer,
	`answer` text,
	`result_path` text,
	`address` text,
	`request_id` text,
	CONSTRAINT "started_actions_state" CHECK("started_actions"."state" in ('waiting', 'called-off', 'done', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `started_actions_person` ON `started_actions` (`person_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `started_actions_waiting` ON `started_actions` (`due_at`) WHERE "started_actions"."state" in ('waiting');