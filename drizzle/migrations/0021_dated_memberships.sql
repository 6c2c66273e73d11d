INSERT INTO `cooperative_memberships` (`id`, `organisation_id`, `from_date`)
  SELECT `id`, `id`, '2000-01-01' FROM `organisations` WHERE `cooperative_member` = 1;--> statement-breakpoint
ALTER TABLE `organisations` DROP COLUMN `cooperative_member`;