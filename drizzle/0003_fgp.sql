CREATE TABLE `own_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`state` text NOT NULL,
	`since` text NOT NULL,
	`children` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_plan_family` ON `own_plan` (`family_id`);--> statement-breakpoint
CREATE INDEX `own_plan_state` ON `own_plan` (`state`);--> statement-breakpoint
CREATE TABLE `own_plan_event` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`act` text NOT NULL,
	`by_id` text NOT NULL,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	`words` text,
	`exclusion` text,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_plan_event_plan` ON `own_plan_event` (`own_plan_id`);--> statement-breakpoint
CREATE TABLE `own_plan_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `own_plan_invitation_pair` ON `own_plan_invitation` (`own_plan_id`,`person_id`,`invited_by_id`);--> statement-breakpoint
CREATE TABLE `own_plan_piece` (
	`id` text PRIMARY KEY NOT NULL,
	`own_plan_id` text NOT NULL,
	`kind` text NOT NULL,
	`goal_id` text,
	`words` text NOT NULL,
	`author_id` text NOT NULL,
	`owner_id` text,
	`due` text,
	`children` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer,
	`released_at` integer,
	FOREIGN KEY (`own_plan_id`) REFERENCES `own_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_plan_piece_plan` ON `own_plan_piece` (`own_plan_id`);