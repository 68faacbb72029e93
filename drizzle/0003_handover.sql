CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`children` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_family` ON `handover` (`family_id`);--> statement-breakpoint
CREATE TABLE `handover_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`handover_id` text NOT NULL,
	`revision` integer NOT NULL,
	`person_id` text NOT NULL,
	`says` text NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handover`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handover_answer_handover` ON `handover_answer` (`handover_id`);--> statement-breakpoint
CREATE TABLE `handover_text` (
	`handover_id` text NOT NULL,
	`revision` integer NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`talk_on` text NOT NULL,
	`result_words` text NOT NULL,
	`risk_words` text NOT NULL,
	`relapse_words` text NOT NULL,
	`next_words` text NOT NULL,
	PRIMARY KEY(`handover_id`, `revision`),
	FOREIGN KEY (`handover_id`) REFERENCES `handover`(`id`) ON UPDATE no action ON DELETE no action
);
