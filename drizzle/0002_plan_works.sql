CREATE TABLE `exit_condition` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`child_id` text NOT NULL,
	`words` text NOT NULL,
	`judge` text NOT NULL,
	`state` text NOT NULL,
	`state_words` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exit_condition_plan` ON `exit_condition` (`plan_id`);--> statement-breakpoint
CREATE TABLE `goal_score` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`goal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`score` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `goal_score_goal` ON `goal_score` (`goal_id`);--> statement-breakpoint
CREATE TABLE `plan_version` (
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`author_id` text,
	`cause` text NOT NULL,
	`restored` integer,
	PRIMARY KEY(`plan_id`, `number`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_version_item` (
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`plan_id`, `number`, `kind`, `item_id`)
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`words` text,
	`state` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_plan` ON `proposal` (`plan_id`);--> statement-breakpoint
CREATE TABLE `proposal_answer` (
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`accepts` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `person_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `plan` ADD `end_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `relapse_words` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_version` integer;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_on` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `agreed_by` text;--> statement-breakpoint
ALTER TABLE `step` ADD `state_by` text;--> statement-breakpoint
ALTER TABLE `step` ADD `state_on` text;