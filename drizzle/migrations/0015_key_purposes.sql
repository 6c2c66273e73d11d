PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`purpose` text NOT NULL,
	`certificate` text NOT NULL,
	`public_key` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`retired_at` integer,
	`retired_by` text,
	FOREIGN KEY (`owner_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`retired_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signing_keys_purpose" CHECK("__new_signing_keys"."purpose" in ('documents'))
);
--> statement-breakpoint
-- Every key so far was a provider's, and signed documents.
INSERT INTO `__new_signing_keys`("id", "owner_id", "purpose", "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by") SELECT "id", "provider_id", 'documents', "certificate", "public_key", "sealed", "created_at", "created_by", "retired_at", "retired_by" FROM `signing_keys`;--> statement-breakpoint
DROP TABLE `signing_keys`;--> statement-breakpoint
ALTER TABLE `__new_signing_keys` RENAME TO `signing_keys`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `signing_keys_in_use` ON `signing_keys` (`owner_id`,`purpose`) WHERE "signing_keys"."retired_at" is null;--> statement-breakpoint
CREATE INDEX `signing_keys_owner` ON `signing_keys` (`owner_id`,`created_at`);