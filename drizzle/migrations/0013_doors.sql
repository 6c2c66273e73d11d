CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL,
	`blocked_until` integer
);
--> statement-breakpoint
CREATE INDEX `attempts_window` ON `attempts` (`window_ends_at`);--> statement-breakpoint
CREATE TABLE `audit_entry_persons` (
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `entry_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `audit_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readiness` (
	`id` integer PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_account_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`account_id` text,
	`person_id` text,
	`email` text,
	`legal_first` text,
	`legal_last` text,
	`session_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "account_tokens_purpose" CHECK("__new_account_tokens"."purpose" in ('verify-address', 'change-address', 'reset-password', 'invitation', 'setup'))
);
--> statement-breakpoint
INSERT INTO `__new_account_tokens`("id", "purpose", "account_id", "person_id", "email", "legal_first", "legal_last", "session_id", "created_at", "expires_at", "used_at") SELECT "id", "purpose", "account_id", "person_id", "email", null, null, null, "created_at", "expires_at", "used_at" FROM `account_tokens`;--> statement-breakpoint
DROP TABLE `account_tokens`;--> statement-breakpoint
ALTER TABLE `__new_account_tokens` RENAME TO `account_tokens`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `account_tokens_account` ON `account_tokens` (`account_id`);--> statement-breakpoint
CREATE INDEX `account_tokens_email` ON `account_tokens` (`email`);--> statement-breakpoint
CREATE TABLE `__new_calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text,
	`secret_hash` text,
	`sealed_secret` blob,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_calendar_feeds`("person_id", "secret", "secret_hash", "sealed_secret", "created_at") SELECT "person_id", "secret", null, null, "created_at" FROM `calendar_feeds`;--> statement-breakpoint
DROP TABLE `calendar_feeds`;--> statement-breakpoint
ALTER TABLE `__new_calendar_feeds` RENAME TO `calendar_feeds`;--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_secret_unique` ON `calendar_feeds` (`secret`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_secret_hash_unique` ON `calendar_feeds` (`secret_hash`);--> statement-breakpoint
ALTER TABLE `affiliations` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `affiliations` ADD `confirmed_by` text REFERENCES persons(id);--> statement-breakpoint
ALTER TABLE `affiliations` ADD `disowned_at` integer;--> statement-breakpoint
ALTER TABLE `affiliations` ADD `disowned_by` text REFERENCES persons(id);--> statement-breakpoint
-- What somebody else entered for a person, an administrator or the system, is confirmed by that; the rest is their own word.
UPDATE affiliations SET confirmed_at = created_at, confirmed_by = (
  SELECT actor_id FROM audit_entries
  WHERE subject_id = affiliations.id AND action = 'affiliation.added' AND actor_id IN (SELECT id FROM persons)
)
WHERE EXISTS (
  SELECT 1 FROM audit_entries
  WHERE subject_id = affiliations.id AND action = 'affiliation.added' AND actor_id IS NOT affiliations.person_id
);--> statement-breakpoint
-- Readings of earlier versions name their people in one of two places; from here on they are all found in this one.
INSERT OR IGNORE INTO audit_entry_persons (person_id, entry_id)
SELECT person_id, id FROM audit_entries
WHERE person_id IS NOT NULL AND action IN (
  'claim.read', 'credit.read', 'document.read', 'hr.document-read', 'hr.person-read', 'hr.transcript-made', 'invoice.read',
  'message.read', 'person.read'
);--> statement-breakpoint
INSERT OR IGNORE INTO audit_entry_persons (person_id, entry_id)
SELECT named.value, audit_entries.id FROM audit_entries, json_each(audit_entries.detail, '$.personIds') AS named
WHERE audit_entries.action IN ('hr.people-listed', 'people.searched', 'people.unreachable-read')
  AND named.value IS NOT NULL;
