CREATE TABLE `educator_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "educator_certificates_kind" CHECK("educator_certificates"."kind" in ('teacher', 'cte-teacher', 'principal', 'program-administrator', 'superintendent', 'cte-director', 'school-counselor', 'school-psychologist', 'school-nurse', 'school-social-worker', 'para-general', 'para-ell', 'para-special-education', 'para-advanced')),
	CONSTRAINT "educator_certificates_dates" CHECK("educator_certificates"."expires_on" is null or "educator_certificates"."expires_on" > "educator_certificates"."issued_on"),
	CONSTRAINT "educator_certificates_ends" CHECK("educator_certificates"."expires_on" is not null or "educator_certificates"."kind" like 'para-%')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `educator_certificates_once` ON `educator_certificates` (`person_id`,`kind`,`issued_on`);--> statement-breakpoint
CREATE INDEX `educator_certificates_end` ON `educator_certificates` (`expires_on`);--> statement-breakpoint
CREATE TABLE `educator_endorsements` (
	`person_id` text NOT NULL,
	`endorsement` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `endorsement`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "educator_endorsements_endorsement" CHECK("educator_endorsements"."endorsement" in ('Agriculture', 'Bilingual Education', 'Biology', 'Business & Marketing', 'Chemistry', 'Choral Music', 'Computer Science', 'CTE (all)', 'Dance', 'Deaf Education', 'Deaf Education with ASL Proficiency', 'Early Childhood', 'Early Childhood Special Education', 'Earth & Space', 'Elementary', 'Elementary Computer Science', 'Elementary Mathematics Specialist', 'English Language Arts', 'English Language Learner', 'Environmental & Sustainability Education', 'Family & Consumer Sciences', 'General Music', 'General Science', 'Gifted Education', 'Health/Fitness', 'History', 'Instructional Technology', 'Instrumental Music', 'Library Media', 'Mathematics', 'Middle-Level Humanities', 'Middle-Level Math', 'Middle-Level Science', 'Orientation & Mobility', 'Physics', 'Reading', 'Secondary Computer Science', 'Social Studies', 'Special Education', 'Teacher of the Visually Impaired', 'Technology Education', 'Theatre Arts', 'Traffic Safety', 'Visual Arts', 'World Languages'))
);
--> statement-breakpoint
CREATE TABLE `national_board_certificates` (
	`person_id` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "national_board_certificates_dates" CHECK("national_board_certificates"."to_date" > "national_board_certificates"."from_date")
);
