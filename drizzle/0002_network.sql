CREATE TABLE `support` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`supporter_id` text NOT NULL,
	`kind` text NOT NULL,
	`children` text NOT NULL,
	`why` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supporter_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_family` ON `support` (`family_id`);--> statement-breakpoint
CREATE INDEX `support_parent` ON `support` (`parent_id`);--> statement-breakpoint
CREATE INDEX `support_supporter` ON `support` (`supporter_id`);--> statement-breakpoint
CREATE TABLE `network_help` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text,
	`name` text,
	`help` text NOT NULL,
	`children` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`added_by` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `network_help_family` ON `network_help` (`family_id`);--> statement-breakpoint
CREATE INDEX `network_help_person` ON `network_help` (`person_id`);--> statement-breakpoint
ALTER TABLE `share` ADD `why` text;