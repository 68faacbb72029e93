CREATE TABLE `agenda_point` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_point_meeting` ON `agenda_point` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`held_on` text NOT NULL,
	`present_words` text NOT NULL,
	`why_words` text NOT NULL,
	`outcome_words` text NOT NULL,
	`children` text NOT NULL,
	`author_id` text NOT NULL,
	`written_at` integer NOT NULL,
	`corrects_id` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultation_family` ON `consultation` (`family_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place_text` text,
	`place_household_id` text,
	`children` text NOT NULL,
	`change_words` text,
	`sequence` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`calendar_uid` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_household_id`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_family` ON `meeting` (`family_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `meeting_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`added_at` integer NOT NULL,
	`step_id` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_decision_meeting` ON `meeting_decision` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_invited` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_invited_pair` ON `meeting_invited` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `meeting_invited_person` ON `meeting_invited` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_supporter` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`by_id` text NOT NULL,
	`words` text,
	`person_id` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_supporter_meeting` ON `meeting_supporter` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`kind` text NOT NULL,
	`turn` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expected_on` text NOT NULL,
	`moved_to` text,
	`moved_words` text,
	`closed_at` integer,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_family` ON `question` (`family_id`);--> statement-breakpoint
CREATE INDEX `question_asker` ON `question` (`asker_id`);--> statement-breakpoint
CREATE TABLE `question_message` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_message_question` ON `question_message` (`question_id`);