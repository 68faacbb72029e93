-- A hidden row number would count rows as they came: answers and stories have none.
DROP TABLE `delivery_answer`;
--> statement-breakpoint
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
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `feedback_answer`;
--> statement-breakpoint
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
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `feedback_waiting`;
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
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `quarter_key`;
--> statement-breakpoint
CREATE TABLE `quarter_key` (
	`quarter` text PRIMARY KEY NOT NULL,
	`key` text
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `story`;
--> statement-breakpoint
CREATE TABLE `story` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`region_id` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `told_story`;
--> statement-breakpoint
CREATE TABLE `told_story` (
	`quarter` text NOT NULL,
	`id` text NOT NULL,
	`region_id` text NOT NULL,
	`author` text,
	`words` text NOT NULL,
	PRIMARY KEY(`quarter`, `id`),
	FOREIGN KEY (`region_id`) REFERENCES `region`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `delivery_answer_person` ON `delivery_answer` (`person_id`);
