CREATE TABLE `advice` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`quarter` text NOT NULL,
	`criterion` text NOT NULL,
	`finding` text NOT NULL,
	`advice` text NOT NULL,
	`given_on` text NOT NULL,
	`asked_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `advice_organisation` ON `advice` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `advice_answer` (
	`advice_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`improvement` text NOT NULL,
	`chosen_with` text NOT NULL,
	`measured_in` text NOT NULL,
	`on` text NOT NULL,
	FOREIGN KEY (`advice_id`) REFERENCES `advice`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `council_seat` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `council_seat_organisation` ON `council_seat` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `council_seat_person` ON `council_seat` (`person_id`);--> statement-breakpoint
CREATE TABLE `published_cell` (
	`quarter` text NOT NULL,
	`population` text NOT NULL,
	`criterion` text NOT NULL,
	`informant` text NOT NULL,
	`dimension` text NOT NULL,
	`aspect` text NOT NULL,
	`category` text NOT NULL,
	`place` integer NOT NULL,
	`families` integer,
	`value` real,
	`bound` text,
	PRIMARY KEY(`population`, `criterion`, `informant`, `dimension`, `quarter`, `aspect`, `category`),
	FOREIGN KEY (`quarter`) REFERENCES `published_quarter`(`quarter`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `published_quarter` (
	`quarter` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `published_story` (
	`id` text PRIMARY KEY NOT NULL,
	`quarter` text NOT NULL,
	`region` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`quarter`) REFERENCES `published_quarter`(`quarter`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `published_story_region` ON `published_story` (`region`,`quarter`);