CREATE TABLE `toekomst_answer` (
	`plan_id` text NOT NULL,
	`question` text NOT NULL,
	`says` text NOT NULL,
	PRIMARY KEY(`plan_id`, `question`),
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `toekomst_basic` (
	`plan_id` text NOT NULL,
	`basic` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`plan_id`, `basic`),
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `toekomst_mark` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`item` text NOT NULL,
	`state` text,
	`remind_on` text,
	`mailed_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `toekomst_mark_item` ON `toekomst_mark` (`plan_id`,`item`);--> statement-breakpoint
CREATE TABLE `toekomst_share` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`part` text NOT NULL,
	`with_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `toekomst_share_plan` ON `toekomst_share` (`plan_id`);--> statement-breakpoint
CREATE INDEX `toekomst_share_with` ON `toekomst_share` (`with_id`);--> statement-breakpoint
CREATE TABLE `toekomst_stay` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`says` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `toekomst_stay_token_hash_unique` ON `toekomst_stay` (`token_hash`);--> statement-breakpoint
CREATE INDEX `toekomst_stay_plan` ON `toekomst_stay` (`plan_id`);--> statement-breakpoint
CREATE TABLE `toekomst_words` (
	`plan_id` text NOT NULL,
	`domain` text NOT NULL,
	`field` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `domain`, `field`),
	FOREIGN KEY (`plan_id`) REFERENCES `toekomstplan`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `toekomstplan` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`remind_by` text DEFAULT 'portaal' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `toekomstplan_person_id_unique` ON `toekomstplan` (`person_id`);