CREATE TABLE `public_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `public_changes` (`id`, `number`) VALUES (1, 0);
