CREATE TABLE `delivery_answer` (
	`trajectory_id` text NOT NULL,
	`informant` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`use` integer,
	`independent` integer,
	PRIMARY KEY(`trajectory_id`, `informant`),
	FOREIGN KEY (`trajectory_id`) REFERENCES `trajectory`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delivery_answer_person` ON `delivery_answer` (`person_id`);--> statement-breakpoint
CREATE TABLE `feedback_answer` (
	`quarter` text NOT NULL,
	`id` text NOT NULL,
	`criterion` text NOT NULL,
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`informant` text NOT NULL,
	`family` text NOT NULL,
	`respondent` text NOT NULL,
	`regisseur` text NOT NULL,
	`value` integer NOT NULL,
	`region` text NOT NULL,
	`age_band` text,
	`help` text,
	`kader` text,
	`organisation` text,
	`open` integer NOT NULL,
	PRIMARY KEY(`quarter`, `id`)
);
--> statement-breakpoint
CREATE TABLE `feedback_waiting` (
	`quarter` text NOT NULL,
	`id` text NOT NULL,
	`criterion` text NOT NULL,
	`question` text NOT NULL,
	`version` integer NOT NULL,
	`informant` text NOT NULL,
	`family` text NOT NULL,
	`respondent` text NOT NULL,
	`regisseur` text NOT NULL,
	`value` integer NOT NULL,
	`region` text NOT NULL,
	`age_band` text,
	`help` text,
	`kader` text,
	`organisation` text,
	`open` integer NOT NULL,
	PRIMARY KEY(`quarter`, `id`)
);
--> statement-breakpoint
CREATE TABLE `quarter_key` (
	`quarter` text PRIMARY KEY NOT NULL,
	`key` text
);
--> statement-breakpoint
CREATE TABLE `story` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`region_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `told_story` (
	`quarter` text NOT NULL,
	`id` text NOT NULL,
	`region_id` text NOT NULL,
	`author` text,
	`words` text NOT NULL,
	PRIMARY KEY(`quarter`, `id`),
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `trajectory` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`child_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`help` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`reason` text,
	`counts_in` text,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trajectory_family` ON `trajectory` (`family_id`);--> statement-breakpoint
CREATE INDEX `trajectory_counts_in` ON `trajectory` (`counts_in`);--> statement-breakpoint
CREATE INDEX `trajectory_until` ON `trajectory` (`until`);