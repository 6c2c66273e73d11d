ALTER TABLE `affiliations` ADD `building` text;--> statement-breakpoint
UPDATE `affiliations` SET `building` = (SELECT `work_location` FROM `persons` WHERE `persons`.`id` = `affiliations`.`person_id`)
  WHERE `id` = (SELECT `newest`.`id` FROM `affiliations` `newest` WHERE `newest`.`person_id` = `affiliations`.`person_id`
    ORDER BY `newest`.`to_date` IS NULL DESC, `newest`.`from_date` DESC, `newest`.`id` DESC LIMIT 1);--> statement-breakpoint
ALTER TABLE `persons` DROP COLUMN `work_location`;
