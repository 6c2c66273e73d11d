PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`parameters` text NOT NULL,
	`content_hash` text NOT NULL,
	`file_hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	`superseded_by_id` text,
	`revoked_at` integer,
	`revoked_reason` text,
	`revoked_by` text,
	`series` text,
	`key_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `signing_keys`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("__new_documents"."kind" in ('transcript', 'certificate', 'registration-form', 'renewal-summary'))
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "kind", "person_id", "code", "parameters", "content_hash", "file_hash", "issued_at", "issued_by", "superseded_by_id", "revoked_at", "revoked_reason", "revoked_by", "series", "key_id") SELECT "id", "kind", "person_id", "code", "parameters", "content_hash", "file_hash", "issued_at", "issued_by", "superseded_by_id", "revoked_at", "revoked_reason", "revoked_by", "series", "key_id" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_code_unique` ON `documents` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_content` ON `documents` (`person_id`,`kind`,`content_hash`);--> statement-breakpoint
CREATE INDEX `documents_person` ON `documents` (`person_id`,`issued_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_one_current` ON `documents` (`person_id`,`series`) WHERE "documents"."superseded_by_id" is null and "documents"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX `documents_file_hash` ON `documents` (`file_hash`);