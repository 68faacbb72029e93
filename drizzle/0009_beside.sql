CREATE TABLE `beside` (
	`youth_id` text PRIMARY KEY NOT NULL,
	`sealed_key` text NOT NULL,
	`wish` text NOT NULL,
	`wish_on` text NOT NULL,
	`remind_on` text,
	FOREIGN KEY (`youth_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `circle_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`youth_id` text NOT NULL,
	`sealed` text NOT NULL,
	FOREIGN KEY (`youth_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `circle_entry_youth` ON `circle_entry` (`youth_id`);--> statement-breakpoint
CREATE TABLE `jim` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`jim_id` text,
	`state` text NOT NULL,
	`sealed_name` text,
	`sealed_key` text,
	`sealed_words` text,
	`token_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`code_tries` integer DEFAULT 0 NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`parents_know` integer DEFAULT false NOT NULL,
	`regisseur_knows` integer DEFAULT false NOT NULL,
	`youth_read_danger` integer DEFAULT false NOT NULL,
	`jim_read_danger` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youth_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`jim_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jim_youth` ON `jim` (`youth_id`);--> statement-breakpoint
CREATE INDEX `jim_jim` ON `jim` (`jim_id`);--> statement-breakpoint
CREATE INDEX `jim_family` ON `jim` (`family_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jim_token` ON `jim` (`token_hash`);--> statement-breakpoint
CREATE TABLE `jim_note` (
	`id` text PRIMARY KEY NOT NULL,
	`relation_id` text NOT NULL,
	`author_id` text NOT NULL,
	`sealed` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`relation_id`) REFERENCES `jim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jim_note_relation` ON `jim_note` (`relation_id`);--> statement-breakpoint
CREATE TABLE `jim_parent_view` (
	`relation_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`says` text NOT NULL,
	`words` text,
	`may_read` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`relation_id`, `parent_id`),
	FOREIGN KEY (`relation_id`) REFERENCES `jim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jim_share` (
	`id` text PRIMARY KEY NOT NULL,
	`relation_id` text NOT NULL,
	`part` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`relation_id`) REFERENCES `jim`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jim_share_relation` ON `jim_share` (`relation_id`);--> statement-breakpoint
CREATE TABLE `jim_talk_line` (
	`id` text PRIMARY KEY NOT NULL,
	`relation_id` text NOT NULL,
	`topic` text NOT NULL,
	`author_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`relation_id`) REFERENCES `jim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jim_talk_line_relation` ON `jim_talk_line` (`relation_id`);--> statement-breakpoint
CREATE TABLE `jim_view` (
	`id` text PRIMARY KEY NOT NULL,
	`relation_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`shown_at` integer,
	FOREIGN KEY (`relation_id`) REFERENCES `jim`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jim_view_relation` ON `jim_view` (`relation_id`);--> statement-breakpoint
CREATE INDEX `jim_view_goal` ON `jim_view` (`goal_id`);--> statement-breakpoint
CREATE TABLE `progress_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`youth_id` text NOT NULL,
	`by_id` text NOT NULL,
	`asked_on` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`youth_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `progress_ask_family` ON `progress_ask` (`family_id`);--> statement-breakpoint
ALTER TABLE `invitation` ADD `code_always` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `code_tries` integer DEFAULT 0 NOT NULL;