CREATE TABLE `region_administrator` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `professional`(`person_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `region_administrator_region` ON `region_administrator` (`region_id`);--> statement-breakpoint
CREATE INDEX `region_administrator_person` ON `region_administrator` (`person_id`);--> statement-breakpoint
CREATE TABLE `regional_help` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`phone` text,
	`site` text,
	`hours` text,
	`checked_on` text NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `regional_help_region` ON `regional_help` (`region_id`);--> statement-breakpoint
CREATE TABLE `regional_help_change` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`help_id` text NOT NULL,
	`region_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`relation` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `regional_help_change_region` ON `regional_help_change` (`region_id`,`sequence`);