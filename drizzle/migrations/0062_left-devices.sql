ALTER TABLE `kept_rosters` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `kept_rosters` ADD `left_unsent` integer;