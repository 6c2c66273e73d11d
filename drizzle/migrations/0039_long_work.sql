PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_started_actions` (
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
	`total` integer,
	`done` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`left_out_words` text,
	`stop_asked_at` integer,
	CONSTRAINT "started_actions_state" CHECK("__new_started_actions"."state" in ('waiting', 'running', 'called-off', 'stopped', 'done', 'refused')),
	CONSTRAINT "started_actions_done" CHECK("__new_started_actions"."done" >= 0 and "__new_started_actions"."done" <= coalesce("__new_started_actions"."total", 0) and "__new_started_actions"."left_out" <= "__new_started_actions"."done")
);
--> statement-breakpoint
INSERT INTO `__new_started_actions`("id", "person_id", "account_id", "kind", "payload", "effect", "started_at", "due_at", "state", "finished_at", "answer", "result_path", "address", "request_id", "total", "done", "left_out", "left_out_words", "stop_asked_at") SELECT "id", "person_id", "account_id", "kind", "payload", "effect", "started_at", "due_at", "state", "finished_at", "answer", "result_path", "address", "request_id", NULL, 0, 0, NULL, NULL FROM `started_actions`;--> statement-breakpoint
DROP TABLE `started_actions`;--> statement-breakpoint
ALTER TABLE `__new_started_actions` RENAME TO `started_actions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `started_actions_person` ON `started_actions` (`person_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `started_actions_waiting` ON `started_actions` (`due_at`) WHERE "started_actions"."state" in ('waiting', 'running');