ALTER TABLE `former_names` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `former_names` ADD `is_typed` integer DEFAULT false NOT NULL;